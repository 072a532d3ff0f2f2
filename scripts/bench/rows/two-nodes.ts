/** Two servers on one Redis: how long an entry takes from a console of one to a console of the other, and the rate. */
import { createClient } from 'redis'
import { openArena } from '../lib/arena.ts'
import { startCrowd } from '../lib/crowd.ts'
import type { Bench, Figure, Row } from '../lib/figure.ts'
import { startOurs } from '../lib/processes.ts'
import { startRedis } from '../lib/redis.ts'
import { risingRate } from '../lib/rising.ts'
import { seed } from '../lib/seed.ts'
import { logCall } from '../lib/sheet.ts'
import { median, medianRatio } from '../lib/statistics.ts'

const rate = 20
const writers = 16

/** The limit: one connection adds, another waits on the stream. Median milliseconds from the one to the other. */
async function bareStream(url: string, count: number): Promise<number> {
  const writer = await createClient({ url }).connect()
  const reader = await createClient({ url }).connect()
  const key = `bench-${performance.now()}`
  const fields = { body: JSON.stringify(logCall(Date.now(), 1)) }
  const took: number[] = []
  let last = '0'
  for (let n = 0; n < count; n += 1) {
    const read = reader.xRead({ key, id: last }, { BLOCK: 5_000 })
    await new Promise((resolve) => setTimeout(resolve, 1_000 / rate))
    const sent = performance.now()
    last = await writer.xAdd(key, '*', fields)
    await read
    took.push(performance.now() - sent)
  }
  await Promise.all([writer.close(), reader.close()])
  return median(took)
}

async function run(bench: Bench): Promise<readonly Figure[]> {
  await using redis = await startRedis(bench.folder('redis'))
  const folders = [bench.folder('node-a'), bench.folder('node-b')] as const
  const shared = { JOURNAL: 'redis', REDIS_URL: redis.url, MASTER_KEY_FILE: `${folders[0]}/master.key` }
  const { crisis, cookies } = await seed({ ...shared, DATA_DIR: folders[0] }, 500)
  await using a = await startOurs(folders[0], shared)
  await using b = await startOurs(folders[1], shared)
  await using crowd = startCrowd()
  const target = { kind: 'ours', url: a.url, crisis, cookies, lastSeq: null } as const
  await crowd.connect({ target, count: writers, listens: false })
  await crowd.connect({ target: { ...target, url: b.url }, count: 4, submits: false })
  await using arena = await openArena(bench, 'two-nodes-sqlite')
  await arena.ours.crowd.connect({ target: arena.ours.target, count: writers })

  const commands = rate * bench.seconds
  const ways: number[] = []
  const bare: number[] = []
  const rates: number[] = []
  const alone: number[] = []
  for (let round = 0; round < bench.rounds; round += 1) {
    ways.push((await crowd.load({ rate, commands, senders: writers })).arrival.p50)
    bare.push(await bareStream(redis.url, commands))
  }
  for (let round = 0; round < Math.min(3, bench.rounds); round += 1) {
    rates.push(await risingRate(crowd, writers, rates.at(-1) ?? null))
    alone.push(await risingRate(arena.ours.crowd, writers, alone.at(-1) ?? null))
  }
  const path = 'two nodes on Redis, appendfsync always'
  return [
    {
      path,
      work: 'from a console of one node to a console of the other, p50',
      ours: median(ways),
      limit: median(bare),
      unit: 'ms',
      score: medianRatio(ways, bare),
      must: 2,
      aim: 1.3,
      better: 'lower',
      rounds: bench.rounds,
    },
    {
      path,
      work: 'rate, against one node on SQLite',
      ours: median(rates),
      limit: median(alone),
      unit: '/s',
      score: medianRatio(rates, alone),
      must: 0.4,
      aim: 0.4,
      better: 'higher',
      rounds: rates.length,
    },
  ]
}

export const twoNodes: Row = {
  name: 'two-nodes',
  about: 'two nodes on a Redis that syncs each write: node to node, and the rate',
  run,
}
