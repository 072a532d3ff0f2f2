/** How long after its start a server on a very long journal can be used, with its snapshot and without. */
import { rm } from 'node:fs/promises'
import type { Draft } from '#shared/journal/entry.ts'
import { SheetId } from '#shared/lib/id.ts'
import { readConfig } from '#server/config.ts'
import { openJournal } from '#server/journal/open.ts'
import { snapshotFile } from '#server/journal/snapshot.ts'
import { drawCommandId } from '#server/lib/command-id.ts'
import type { Bench, Figure, Row } from '../lib/figure.ts'
import { startOurs } from '../lib/processes.ts'
import { seed } from '../lib/seed.ts'
import { median } from '../lib/statistics.ts'

const batch = 1_000

/** Copies of a real sheet, each under a new id, until the journal holds `total` entries. */
async function lengthen(folder: string, total: number): Promise<void> {
  await using journal = await openJournal(readConfig({ DATA_DIR: folder }), () => {})
  const head = await journal.head()
  const [last] = await journal.read(head - 1, 1)
  if (last?.event.type !== 'calls.logged') throw new Error('the journal ends with something else')
  const { at, by, crisis, event } = last
  for (let from = head; from < total; from += batch) {
    const drafts: readonly Draft[] = Array.from({ length: Math.min(batch, total - from) }, () => {
      const command = drawCommandId()
      return { at, by, crisis, command, event: { ...event, subject: SheetId.parse(command) } }
    })
    await journal.append(drafts, from)
  }
}

/** Seconds until it listens. Its end puts a snapshot aside. */
async function startAndStop(folder: string): Promise<number> {
  await using server = await startOurs(folder)
  return server.startedIn / 1_000
}

async function run(bench: Bench): Promise<readonly Figure[]> {
  const folder = bench.folder('restart')
  const total = bench.isQuick ? 20_000 : 1_000_000
  await seed({ DATA_DIR: folder }, 500)
  await lengthen(folder, total)
  const replays: number[] = []
  const restarts: number[] = []
  const rounds = Math.min(3, bench.rounds)
  for (let round = 0; round < rounds; round += 1) {
    await rm(snapshotFile(folder), { force: true })
    replays.push(await startAndStop(folder))
    restarts.push(await startAndStop(folder))
  }
  const ours = median(restarts)
  const limit = median(replays)
  const common = { path: 'restart', ours, limit, unit: 's', better: 'lower', rounds } as const
  const work = `${total} entries`
  return [
    { ...common, work: `${work}, against a full replay`, score: ours / limit, must: 0.5, aim: 0.5 },
    { ...common, work: `${work}, to ready`, limit: null, score: ours, must: limit / 2, aim: 1 },
  ]
}

export const restart: Row = { name: 'restart', about: '1,000,000 entries, with a snapshot and without', run }
