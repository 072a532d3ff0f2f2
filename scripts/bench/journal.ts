/**
 * The journal alone: batches of 64 entries of 600 bytes, a third of them with personal data of a new subject, against
 * the limit: a bare table in SQLite that is given the same bytes in the same groups, with the same durability, from one
 * thread, without command index, sealing or chain. Rounds are interleaved; figures are medians; ratios travel.
 */
import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import type { Draft } from '#shared/journal/entry.ts'
import { CommandId } from '#shared/lib/id.ts'
import { openSqliteJournal } from '#server/journal/sqlite.ts'

const help = `node scripts/bench/journal.ts [--rounds 7] [--batches 300] [--json]

Batches of 64 × 600-byte entries against raw grouped SQLite. --json prints figures only.
`

const size = 64
const bytes = 600

type Batches = readonly (readonly Draft[])[]

function commandAt(n: number): CommandId {
  const random = randomBytes(8).toString('hex')
  const hex = (Date.now() + n).toString(16).padStart(12, '0')
  return CommandId.parse(
    `${hex.slice(0, 8)}-${hex.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 16)}00`,
  )
}

function draftAt(n: number): Draft {
  const command = commandAt(n)
  const text = 'Appel reçu : route coupée au pont, demande de confirmation. '
  const frame = { at: Date.now(), by: 'system', crisis: null, command } as const
  const make = (filler: string): Draft =>
    n % 3 === 0
      ? {
          ...frame,
          event: {
            type: 'access.passwordSet',
            account: command,
            subject: command,
            personal: { verifier: filler },
          } as never,
        }
      : { ...frame, event: { type: 'journal.noted', text: filler, happenedAt: null } }
  const room = bytes - Buffer.byteLength(JSON.stringify(make('')))
  return make(text.repeat(Math.ceil(room / text.length)).slice(0, room))
}

function makeBatches(count: number): Batches {
  return Array.from({ length: count }, (_, b) =>
    Array.from({ length: size }, (_, i) => draftAt(b * size + i)),
  )
}

/** Milliseconds for all batches, folder made before and thrown away after. */
async function timed(run: (folder: string) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-journal-'))
  try {
    return await run(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function raw(batches: Batches): Promise<number> {
  return timed(async (folder) => {
    using db = new DatabaseSync(join(folder, 'raw.sqlite'))
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    db.exec('CREATE TABLE entries (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)')
    const insert = db.prepare('INSERT INTO entries VALUES (?, ?)')
    const bodies = batches.map((batch) => batch.map((draft) => JSON.stringify(draft)))
    let seq = 0
    const started = performance.now()
    for (const batch of bodies) {
      db.exec('BEGIN IMMEDIATE')
      for (const body of batch) insert.run(++seq, body)
      db.exec('COMMIT')
    }
    return performance.now() - started
  })
}

/** `underWay` batches wait for the disk at a time: 1 is what the dispatcher does. */
function journal(batches: Batches, underWay: number): Promise<number> {
  return timed(async (folder) => {
    await using opened = await openSqliteJournal({ folder, masterKey: createSecretKey(randomBytes(32)) })
    const started = performance.now()
    const waiting: Promise<unknown>[] = []
    for (const [i, batch] of batches.entries()) {
      waiting.push(opened.append(batch, i * size))
      if (waiting.length >= underWay) await waiting.shift()
    }
    await Promise.all(waiting)
    const took = performance.now() - started
    if ((await opened.head()) !== batches.length * size) throw new Error('entries are missing')
    return took
  })
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '7' },
      batches: { type: 'string', default: '300' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help === true) return console.log(help)
  const count = Number(values.batches)
  const rates = { raw: [] as number[], one: [] as number[], four: [] as number[] }
  const rate = (ms: number) => (count * size * 1000) / ms
  await journal(makeBatches(20), 1)
  for (let round = 0; round < Number(values.rounds); round++) {
    rates.raw.push(rate(await raw(makeBatches(count))))
    rates.one.push(rate(await journal(makeBatches(count), 1)))
    rates.four.push(rate(await journal(makeBatches(count), 4)))
  }
  const figures = {
    rowsPerSecond: {
      raw: median(rates.raw),
      journal: median(rates.one),
      journalFourUnderWay: median(rates.four),
    },
    ratio: median(rates.one.map((value, i) => value / (rates.raw[i] ?? Number.NaN))),
    ratioFourUnderWay: median(rates.four.map((value, i) => value / (rates.raw[i] ?? Number.NaN))),
  }
  if (values.json !== true) {
    const { rowsPerSecond } = figures
    console.log(`raw grouped SQLite        ${Math.round(rowsPerSecond.raw)} rows/s`)
    console.log(
      `journal, one batch a time ${Math.round(rowsPerSecond.journal)} rows/s  ${figures.ratio.toFixed(2)} ×`,
    )
    console.log(
      `journal, four under way   ${Math.round(rowsPerSecond.journalFourUnderWay)} rows/s  ${figures.ratioFourUnderWay.toFixed(2)} ×`,
    )
  }
  console.log(JSON.stringify(figures))
}

await main()
