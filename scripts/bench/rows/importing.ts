/** What a list of 5,000 members costs the cell: how long the event loop is held by it, and who waits beside it. */
import { v7 } from 'uuid'
import { mostMembers } from '#shared/roster/commands.ts'
import type { RosterReading } from '#shared/roster/preview.ts'
import { startCrowd } from '../lib/crowd.ts'
import type { Bench, Figure, Row } from '../lib/figure.ts'
import { startOurs } from '../lib/processes.ts'
import { rosterFile } from '../lib/roster-file.ts'
import { seed } from '../lib/seed.ts'
import { median } from '../lib/statistics.ts'
import { warmUp } from '../lib/arena.ts'
import { openLine } from '../load/line.ts'
import { Tracker } from '../load/tracker.ts'

const consoles = 30
const rate = 50
const sheets = 300
/** Seconds for which the others go on writing: longer than the list takes, from its file to its acknowledgement. */
const beside = 12
const patienceMs = 60_000

type Keeper = Readonly<{ url: string; cookie: string }>

/**
 * Milliseconds: the longest hold while the file is read, while it is recorded, and while it is read again, against the pool that it
 * has made; the others' acknowledgements beside the first two.
 */
type Import = Readonly<{
  reading: number
  recording: number
  comparing: number
  recordedIn: number
  p50: number
  slowest: number
}>

async function importOnce(bench: Bench): Promise<Import> {
  const folder = bench.folder('importing')
  const { crisis, cookies, keeper } = await seed({ DATA_DIR: folder }, sheets)
  await using server = await startOurs(folder)
  await using crowd = startCrowd()
  const target = { kind: 'ours', url: server.url, crisis, cookies, last: null } as const
  await warmUp(crowd, target, bench)
  await crowd.connect({ target, count: consoles })
  const file = rosterFile(bench.isQuick ? 300 : mostMembers)
  const tracker = new Tracker()
  const line = openLine({ ...target, cookies: [keeper] }, { nth: 0, tracker, listens: false })
  await line.ready
  server.watchHolds()
  await server.usage()

  const others = crowd.load({ rate, commands: rate * beside, senders: consoles })
  const members = await preview(file, { url: server.url, cookie: keeper })
  const reading = (await server.usage()).longestHold
  const id = v7()
  const command = { type: 'roster.import', members, remove: [] }
  tracker.begin()
  line.submit(id, JSON.stringify({ id, crisis: null, command }))
  await answered(tracker)
  const { acknowledgement } = await others
  line.close()
  const { longestHold: recording } = await server.usage()
  const recordedIn = tracker.result(0).acknowledgement.max
  await preview(file, { url: server.url, cookie: keeper })
  const comparing = (await server.usage()).longestHold
  return { reading, recording, comparing, recordedIn, p50: acknowledgement.p50, slowest: acknowledgement.max }
}

async function preview(file: Uint8Array, { url, cookie }: Keeper): Promise<readonly object[]> {
  const headers = { cookie, 'x-cip-console': '1', 'content-type': 'application/octet-stream' }
  const answer = await fetch(`${url}/api/roster/preview`, {
    method: 'POST',
    headers,
    body: new Uint8Array(file),
  })
  const reading = (await answer.json()) as RosterReading
  if (!reading.ok) throw new Error(`the file was not read: ${reading.refusal.code}`)
  return reading.preview.rows.flatMap(({ member }) => (member === null ? [] : [{ id: null, member }]))
}

async function answered(tracker: Tracker): Promise<void> {
  const patience = performance.now() + patienceMs
  while (!tracker.isComplete(0) && performance.now() < patience) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const { acknowledged, failed } = tracker.result(0)
  if (acknowledged !== 1)
    throw new Error(failed === 0 ? 'the list was never answered' : 'the list was refused')
}

async function run(bench: Bench): Promise<readonly Figure[]> {
  const rounds: Import[] = []
  for (let round = 0; round < bench.rounds; round += 1) rounds.push(await importOnce(bench))
  const path = `a list of ${mostMembers} members`
  const figure = (work: string, of: (one: Import) => number, aim: number | null): Figure => {
    const ours = median(rounds.map(of))
    const common = { unit: 'ms', limit: null, must: null, better: 'lower', rounds: bench.rounds } as const
    return { ...common, path, work, ours, score: ours, aim }
  }
  return [
    figure('the event loop held in one go while the file is read', ({ reading }) => reading, 25),
    figure('the event loop held in one go while it is recorded', ({ recording }) => recording, 25),
    figure('the event loop held in one go while the file is read again', ({ comparing }) => comparing, 25),
    figure(`${consoles} consoles beside it, acknowledgement p50`, ({ p50 }) => p50, null),
    figure(`${consoles} consoles beside it, slowest acknowledgement`, ({ slowest }) => slowest, 100),
    figure('from its submission to its acknowledgement', ({ recordedIn }) => recordedIn, null),
  ]
}

export const importing: Row = {
  name: 'import',
  about: 'the event loop and acknowledgements while 5,000 members are imported',
  run,
}
