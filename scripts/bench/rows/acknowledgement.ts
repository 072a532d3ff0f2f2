/** How long a command waits for "it is on disk", in an ordinary room and in a very large one. */
import { interleave, openArena, type Side } from '../lib/arena.ts'
import type { Bench, Figure, Row } from '../lib/figure.ts'
import { median, medianRatio } from '../lib/statistics.ts'
import type { Delays } from '../load/orders.ts'

const rate = 50
const ordinary = 50

async function measure({ crowd }: Side, bench: Bench): Promise<Delays> {
  const loaded = await crowd.load({ rate, commands: rate * bench.seconds, senders: ordinary })
  return loaded.acknowledgement
}

async function inRoomOf(consoles: number, bench: Bench) {
  await using arena = await openArena(bench, `acknowledgement-${consoles}`)
  for (const { crowd, target } of arena.sides) {
    await crowd.connect({ target, count: consoles })
    await crowd.load({ rate, commands: rate, senders: ordinary })
  }
  return await interleave(arena, bench.rounds, (side) => measure(side, bench))
}

async function run(bench: Bench): Promise<readonly Figure[]> {
  const crowded = bench.isQuick ? 200 : 2_000
  const room = await inRoomOf(ordinary, bench)
  const hall = await inRoomOf(crowded, bench)
  const of = (delays: readonly Delays[], key: keyof Delays) => delays.map((delay) => delay[key])
  const common = { path: 'acknowledgement', unit: 'ms', better: 'lower', rounds: bench.rounds } as const
  const work = `${ordinary} consoles, ${rate} commands/s`
  const figure = (key: keyof Delays, must: number, aim: number): Figure => ({
    ...common,
    work: `${work}, ${key}`,
    ours: median(of(room.ours, key)),
    limit: median(of(room.limit, key)),
    score: medianRatio(of(room.ours, key), of(room.limit, key)),
    must,
    aim,
  })
  const [small, large] = [median(of(room.ours, 'p50')), median(of(hall.ours, 'p50'))]
  bench.tell(`the limit with ${crowded} consoles: p50 ${median(of(hall.limit, 'p50')).toFixed(1)} ms`)
  return [
    figure('p50', 1.3, 1.1),
    figure('p99', 1.5, 1.2),
    {
      ...common,
      work: `the same with ${crowded} consoles, p50 against ${ordinary} consoles`,
      ours: large,
      limit: small,
      score: large / small,
      must: 2.5,
      aim: 1.3,
    },
  ]
}

export const acknowledgement: Row = {
  name: 'acknowledgement',
  about: '50 consoles, 50 commands/s; the same with 2,000 consoles',
  run,
}
