/** Two servers on one Redis: how long an entry takes from one to the other, and the rate. */
import { createClient } from 'redis'
import type { CrisisId } from '#shared/lib/id.ts'
import { openArena, warmUp } from '../lib/arena.ts'
import { startCrowd, type Crowd } from '../lib/crowd.ts'
import type { Bench, Figure, Row } from '../lib/figure.ts'
import { openNodes } from '../lib/nodes.ts'
import { startOurs } from '../lib/processes.ts'
import { startRedis } from '../lib/redis.ts'
import { risingRate } from '../lib/rising.ts'
import { seed } from '../lib/seed.ts'
import { logCall } from '../lib/sheet.ts'
import { median, medianRatio } from '../lib/statistics.ts'

const rate = 20
const writers = 16
const listeners = 4
/** Enough for the code of either side to be compiled for what it does. */
const warming = 500

type Environment = Readonly<Record<string, string>>
type Shared = Readonly<{ url: string; environments: readonly [Environment, Environment]; crisis: CrisisId }>

/** Milliseconds of each of `count` calls, at a rate at which they never meet. */
async function paced(count: number, say: () => Promise<number>): Promise<readonly number[]> {
  const took: number[] = []
  for (let n = 0; n < count; n += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_000 / rate))
    took.push(await say())
  }
  return took
}

/** The limit: one connection adds, another waits on the stream. */
async function openBareStream(url: string) {
  const writer = await createClient({ url }).connect()
  const reader = await createClient({ url }).connect()
  const key = `bench-${performance.now()}`
  const fields = { body: JSON.stringify(logCall(Date.now(), 1)) }
  let last = '0'
  return {
    say: async () => {
      const read = reader.xRead({ key, id: last }, { BLOCK: 5_000 })
      const sent = performance.now()
      last = await writer.xAdd(key, '*', fields)
      await read
      return performance.now() - sent
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([writer.close(), reader.close()])
    },
  }
}

type Way = Pick<Figure, 'ours' | 'limit' | 'score'>

function compare(ours: readonly number[], limit: readonly number[]): Way {
  return { ours: median(ours), limit: median(limit), score: medianRatio(ours, limit) }
}

/** What the two nodes themselves take, told apart from consoles and their lines: limit and nodes in one process. */
async function nodeToNode({ url, environments, crisis }: Shared, bench: Bench): Promise<Way> {
  await using nodes = await openNodes(environments, crisis)
  await using bare = await openBareStream(url)
  for (const { say } of [nodes, bare]) for (let n = 0; n < warming; n += 1) await say()
  const ways: number[] = []
  const limits: number[] = []
  const count = rate * bench.seconds
  for (let round = 0; round < bench.rounds; round += 1) {
    ways.push(median(await paced(count, nodes.say)))
    limits.push(median(await paced(count, bare.say)))
  }
  return compare(ways, limits)
}

async function consoleToConsole(crowd: Crowd, url: string, bench: Bench): Promise<Way> {
  await using bare = await openBareStream(url)
  const ways: number[] = []
  const limits: number[] = []
  const commands = rate * bench.seconds
  for (let round = 0; round < bench.rounds; round += 1) {
    ways.push((await crowd.load({ rate, commands, senders: writers })).arrival.p50)
    limits.push(median(await paced(commands, bare.say)))
  }
  return compare(ways, limits)
}

/** The highest rate on Redis, and that of one node on SQLite. */
async function rates(crowd: Crowd, bench: Bench): Promise<Way> {
  await using arena = await openArena(bench, 'two-nodes-sqlite')
  await arena.ours.crowd.connect({ target: arena.ours.target, count: writers })
  const together: number[] = []
  const alone: number[] = []
  for (let round = 0; round < Math.min(3, bench.rounds); round += 1) {
    together.push(await risingRate(crowd, writers, together.at(-1) ?? null))
    alone.push(await risingRate(arena.ours.crowd, writers, alone.at(-1) ?? null))
  }
  return compare(together, alone)
}

async function run(bench: Bench): Promise<readonly Figure[]> {
  await using redis = await startRedis(bench.folder('redis'))
  const { url } = redis
  const folders = [bench.folder('node-a'), bench.folder('node-b')] as const
  const common = { JOURNAL: 'redis', REDIS_URL: url, MASTER_KEY_FILE: `${folders[0]}/master.key` }
  const environments = [
    { ...common, DATA_DIR: folders[0] },
    { ...common, DATA_DIR: folders[1] },
  ] as const
  const { crisis, cookies } = await seed(environments[0], 500)
  const nodes = await nodeToNode({ url, environments, crisis }, bench)

  await using a = await startOurs(folders[0], common)
  await using b = await startOurs(folders[1], common)
  await using crowd = startCrowd()
  const target = { kind: 'ours', url: a.url, crisis, cookies, last: null } as const
  await warmUp(crowd, target, bench)
  await crowd.connect({ target, count: writers, listens: false })
  await crowd.connect({ target: { ...target, url: b.url }, count: listeners, submits: false })
  const consoles = await consoleToConsole(crowd, url, bench)
  const highest = await rates(crowd, bench)

  const path = 'two nodes on Redis, appendfsync always'
  const way = { path, unit: 'ms', better: 'lower', rounds: bench.rounds } as const
  const work = 'from a console of one node to a console of the other, p50, against a bare XREAD'
  return [
    { ...way, work: 'node to node, p50, against a bare XREAD', ...nodes, must: 2, aim: 1.3 },
    { ...way, work, ...consoles, must: null, aim: null },
    {
      ...way,
      work: 'rate, against one node on SQLite',
      unit: '/s',
      ...highest,
      must: 0.4,
      aim: 0.4,
      better: 'higher',
      rounds: Math.min(3, bench.rounds),
    },
  ]
}

export const twoNodes: Row = {
  name: 'two-nodes',
  about: 'two nodes on a Redis that syncs each write: node to node, and the rate',
  run,
}
