/** What a console is sent when it comes back after an absence, and when it joins a large crisis. */
import type { Entry, Position } from '#shared/journal/entry.ts'

import { readConfig } from '#server/config.ts'
import { openJournal } from '#server/journal/open.ts'
import { startCrowd } from '../lib/crowd.ts'
import type { Bench, Figure, Row } from '../lib/figure.ts'
import { startOurs } from '../lib/processes.ts'
import { seed, type Room } from '../lib/seed.ts'
import { median } from '../lib/statistics.ts'
import type { Joined, Target } from '../load/orders.ts'

const page = 1_000
/** More than the bench's rounds: a join takes milliseconds. */
const joins = 15

/** The entries after `seq` as plain JSON: what a server that sends what was missed would send. And where they begin. */
async function missedAfter(seq: number, folder: string): Promise<Readonly<{ raw: number; last: Position }>> {
  await using journal = await openJournal(readConfig({ DATA_DIR: folder }), () => {})
  const [before] = await journal.read(seq - 1, 1)
  if (before === undefined) throw new Error(`the room has no entry ${seq}`)
  let bytes = 0
  for (let last = seq; ;) {
    const entries: readonly Entry[] = await journal.read(last, page)
    bytes += Buffer.byteLength(JSON.stringify(entries))
    if (entries.length < page) return { raw: bytes, last: { seq, hash: before.hash } }
    last = entries.at(-1)?.seq ?? last
  }
}

/** Joins again and again, each after a new entry, so that none is answered with what another one was sent. */
async function joinCold(folder: string, room: Room, last: Position | null): Promise<readonly Joined[]> {
  await using server = await startOurs(folder)
  await using crowd = startCrowd()
  const { crisis, cookies } = room
  const target: Target = { kind: 'ours', url: server.url, crisis, cookies, last: null }
  await crowd.connect({ target, count: 1 })
  const joined: Joined[] = []
  for (let n = 0; n < joins + 3; n += 1) {
    await crowd.load({ rate: 1_000, commands: 1, senders: 1 })
    joined.push(await crowd.join({ ...target, last }))
  }
  // The first ones warm the compiler up, as the first minutes of a server's life do.
  return joined.slice(3)
}

const common = { better: 'lower', rounds: joins } as const

async function returning(bench: Bench): Promise<readonly Figure[]> {
  const folder = bench.folder('return')
  const missed = bench.isQuick ? [300, 600] : [1_000, 10_000]
  const room = await seed({ DATA_DIR: folder }, Math.max(...missed) + 500)
  const figures: Figure[] = []
  for (const count of missed) {
    const { raw, last } = await missedAfter(room.head - count, folder)
    const joined = await joinCold(folder, room, last)
    const bytes = median(joined.map((join) => join.bytes))
    const path = `return after ${count} missed`
    figures.push({
      ...common,
      path,
      work: 'bytes, against the entries as JSON',
      ours: bytes / 1_000,
      unit: 'KB',
      limit: raw / 1_000,
      score: bytes / raw,
      must: 1.1,
      aim: Math.min(0.35, 50_000 / raw),
    })
    bench.tell(`${path}: ${median(joined.map(({ ms }) => ms)).toFixed(1)} ms`)
  }
  return figures
}

async function joining(bench: Bench): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const sheets of bench.isQuick ? [500, 1_000] : [10_000, 100_000]) {
    const folder = bench.folder(`join-${sheets}`)
    const room = await seed({ DATA_DIR: folder }, sheets)
    const joined = await joinCold(folder, room, null)
    const path = `join a crisis of ${sheets} sheets`
    const kilobytes = median(joined.map(({ bytes }) => bytes)) / 1_000
    const ms = median(joined.map((join) => join.ms))
    figures.push(
      { ...common, path, work: 'on the wire', ...absolute(kilobytes, 'KB'), must: 150, aim: 40 },
      { ...common, path, work: 'from hello to the snapshot', ...absolute(ms, 'ms'), must: 20, aim: 20 },
    )
  }
  return figures
}

function absolute(ours: number, unit: string): Pick<Figure, 'ours' | 'unit' | 'limit' | 'score'> {
  return { ours, unit, limit: null, score: ours }
}

export const joiningRow: Row = {
  name: 'joining',
  about: 'return after 1,000 and 10,000 missed; join a crisis of 10,000 and of 100,000 sheets',
  run: async (bench) => [...(await returning(bench)), ...(await joining(bench))],
}
