/** A préfecture's busiest hour, ten times over in sheets: what the process weighs and how late its event loop runs. */
import { startCrowd } from '../lib/crowd.ts'
import type { Bench, Figure, Row } from '../lib/figure.ts'
import { startOurs, type Measured } from '../lib/processes.ts'
import { seed } from '../lib/seed.ts'
import { median } from '../lib/statistics.ts'

const consoles = 60
/** 4,000 calls an hour. */
const rate = 1.1
/** The register indexes what it missed: over when the process takes less than this share of a second. */
const idle = 0.05
const patienceSeconds = 240

async function untilIdle(server: Measured): Promise<void> {
  for (let second = 0; second < patienceSeconds; second += 1) {
    const before = await server.usage()
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const after = await server.usage()
    if (after.cpu - before.cpu < idle * 1e6) return
  }
}

async function run(bench: Bench): Promise<readonly Figure[]> {
  const folder = bench.folder('footprint')
  const sheets = bench.isQuick ? 1_000 : 100_000
  const { crisis, cookies } = await seed({ DATA_DIR: folder }, sheets)
  // Started twice: the first start fills the register, which is not an ordinary hour's work.
  const first = await startOurs(folder)
  await untilIdle(first)
  await first[Symbol.asyncDispose]()

  await using server = await startOurs(folder)
  await using crowd = startCrowd()
  await untilIdle(server)
  const target = { kind: 'ours', url: server.url, crisis, cookies, last: null } as const
  await crowd.connect({ target, count: consoles })
  const memory: number[] = []
  const delays: number[] = []
  for (let round = 0; round < bench.rounds; round += 1) {
    await server.usage()
    await crowd.load({ rate, commands: Math.ceil(rate * bench.seconds * 2), senders: consoles })
    const { rss, loopDelay } = await server.usage()
    memory.push(rss / 1e6)
    delays.push(loopDelay)
  }
  const common = { limit: null, better: 'lower', rounds: bench.rounds } as const
  return [
    {
      ...common,
      path: 'memory',
      work: `${consoles} consoles, ${sheets} sheets, resident`,
      ours: Math.max(...memory),
      score: Math.max(...memory),
      unit: 'MB',
      must: 285,
      aim: 150,
    },
    {
      ...common,
      path: 'event loop',
      work: `${consoles} consoles, ${rate} calls/s, p99 delay`,
      ours: median(delays),
      score: median(delays),
      unit: 'ms',
      must: 20,
      aim: 10,
    },
  ]
}

export const footprint: Row = {
  name: 'footprint',
  about: 'memory with 60 consoles and 100,000 sheets; event loop at 1.1 calls/s',
  run,
}
