/** How many calls a second can be logged, each on disk before it is acknowledged and told to every console. */
import { interleave, openArena } from '../lib/arena.ts'
import type { Bench, Figure, Row } from '../lib/figure.ts'
import { risingRate } from '../lib/rising.ts'
import { median, medianRatio } from '../lib/statistics.ts'

const consoles = 16

async function run(bench: Bench): Promise<readonly Figure[]> {
  await using arena = await openArena(bench, 'throughput')
  const found = new Map<string, number>()
  for (const { crowd, target } of arena.sides) await crowd.connect({ target, count: consoles })
  const rates = await interleave(arena, bench.rounds, async ({ name, crowd }) => {
    const rate = await risingRate(crowd, consoles, found.get(name) ?? null)
    found.set(name, rate)
    return rate
  })
  return [
    {
      path: 'log a call, durable',
      work: `${consoles} consoles, 600-byte commands, rising until p99 > 250 ms`,
      ours: median(rates.ours),
      unit: '/s',
      limit: median(rates.limit),
      score: medianRatio(rates.ours, rates.limit),
      must: 0.5,
      aim: 0.8,
      better: 'higher',
      rounds: bench.rounds,
    },
  ]
}

export const throughput: Row = {
  name: 'throughput',
  about: 'log a call, durable: the rate until acknowledgements take 250 ms',
  run,
}
