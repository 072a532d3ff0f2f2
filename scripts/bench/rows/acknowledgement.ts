/** How long a command waits for "it is on disk", in an ordinary room and in a very large one. */
import { interleave, openArena, type Side } from '../lib/arena.ts'
import type { Bench, Figure, Row } from '../lib/figure.ts'
import type { LimitStore } from '../lib/processes.ts'
import { median, medianRatio } from '../lib/statistics.ts'
import type { Delays } from '../load/orders.ts'

const rate = 50
const ordinary = 50

type Room = Readonly<Record<'ours' | 'limit', readonly Delays[]>>

async function measure({ crowd }: Side, bench: Bench): Promise<Delays> {
  const loaded = await crowd.load({ rate, commands: rate * bench.seconds, senders: ordinary })
  return loaded.acknowledgement
}

async function inRoomOf(consoles: number, bench: Bench, store: LimitStore = 'journal'): Promise<Room> {
  await using arena = await openArena(bench, `acknowledgement-${consoles}-${store}`, store)
  for (const { crowd, target } of arena.sides) {
    await crowd.connect({ target, count: consoles })
    await crowd.load({ rate, commands: rate, senders: ordinary })
  }
  return await interleave(arena, bench.rounds, (side) => measure(side, bench))
}

function of(delays: readonly Delays[], key: keyof Delays): readonly number[] {
  return delays.map((delay) => delay[key])
}

type Marks = Pick<Figure, 'must' | 'aim'>

async function run(bench: Bench): Promise<readonly Figure[]> {
  const crowded = bench.isQuick ? 200 : 2_000
  const room = await inRoomOf(ordinary, bench)
  const bare = await inRoomOf(ordinary, bench, 'bare')
  const hall = await inRoomOf(crowded, bench)
  const common = { path: 'acknowledgement', unit: 'ms', better: 'lower', rounds: bench.rounds } as const
  const figure = ({ ours, limit }: Room, key: keyof Delays, work: string, marks: Marks): Figure => ({
    ...common,
    ...marks,
    work: `${ordinary} consoles, ${rate} commands/s, ${key}${work}`,
    ours: median(of(ours, key)),
    limit: median(of(limit, key)),
    score: medianRatio(of(ours, key), of(limit, key)),
  })
  const [small, large] = [median(of(room.ours, 'p50')), median(of(hall.ours, 'p50'))]
  bench.tell(`the limit with ${crowded} consoles: p50 ${median(of(hall.limit, 'p50')).toFixed(1)} ms`)
  return [
    figure(room, 'p50', '', { must: 1.3, aim: 1.1 }),
    figure(room, 'p99', '', { must: 1.5, aim: 1.2 }),
    figure(bare, 'p50', ', against one bare table', { must: null, aim: null }),
    figure(bare, 'p99', ', against one bare table', { must: null, aim: null }),
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
