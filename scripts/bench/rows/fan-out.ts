/** What it costs to tell every console: processor for each delivery, how late the last one is, and how many a second. */
import { interleave, openArena, type Arena, type Side } from '../lib/arena.ts'
import type { Bench, Figure, Row } from '../lib/figure.ts'
import { median, medianRatio } from '../lib/statistics.ts'
import type { Loaded } from '../load/orders.ts'

/** Slow enough that no two entries can share a frame: what is measured is one delivery. */
const rooms = [
  { consoles: 60, rate: 30 },
  { consoles: 500, rate: 15 },
  { consoles: 2_000, rate: 6 },
] as const
const writers = 2

type Spent = Readonly<{ perCommand: number; arrival: number }>

/** Microseconds of the server's processor for each command. */
async function spend({ crowd, server }: Side, rate: number, seconds: number): Promise<Spent> {
  const before = await server.usage()
  const loaded = await crowd.load({ rate, commands: rate * seconds, senders: writers })
  const after = await server.usage()
  if (loaded.deliveries < loaded.expected) throw new Error('deliveries are missing')
  return { perCommand: (after.cpu - before.cpu) / loaded.acknowledged, arrival: loaded.arrival.p99 }
}

/** Two writers alone: what a command costs before anybody else is told. */
async function alone(side: Side, rate: number, bench: Bench): Promise<number> {
  await side.crowd.connect({ target: side.target, count: writers })
  await spend(side, rate, 1)
  const { perCommand } = await spend(side, rate, bench.seconds)
  return perCommand
}

async function inRoomOf(
  { consoles, rate }: (typeof rooms)[number],
  bench: Bench,
): Promise<readonly Figure[]> {
  await using arena = await openArena(bench, `fan-out-${consoles}`)
  const base = { ours: await alone(arena.ours, rate, bench), limit: await alone(arena.limit, rate, bench) }
  for (const { crowd, target } of arena.sides) {
    await crowd.connect({ target, count: consoles - writers })
    await crowd.load({ rate, commands: rate, senders: writers })
  }
  const spent = await interleave(arena, bench.rounds, (side) => spend(side, rate, bench.seconds))
  const perDelivery = (name: 'ours' | 'limit') =>
    spent[name].map(({ perCommand }) => (perCommand - base[name]) / (consoles - writers))
  const arrivals = (name: 'ours' | 'limit') => spent[name].map(({ arrival }) => arrival)
  const figure = (work: string, unit: string, marks: Pick<Figure, 'must' | 'aim'>) => ({
    path: 'on every console',
    work: `${consoles} consoles, ${work}`,
    unit,
    better: 'lower' as const,
    rounds: bench.rounds,
    ...marks,
  })
  return [
    {
      ...figure('processor for each delivery', 'µs', { must: 1.2, aim: 1 }),
      ...compare(perDelivery('ours'), perDelivery('limit')),
    },
    {
      ...figure('arrival p99', 'ms', { must: 1.3, aim: 1 }),
      ...compare(arrivals('ours'), arrivals('limit')),
    },
  ]
}

function compare(
  ours: readonly number[],
  limit: readonly number[],
): Pick<Figure, 'ours' | 'limit' | 'score'> {
  return { ours: median(ours), limit: median(limit), score: medianRatio(ours, limit) }
}

async function burst(bench: Bench): Promise<Figure> {
  const consoles = bench.isQuick ? 200 : 2_000
  await using arena: Arena = await openArena(bench, 'burst')
  const commands = 200
  const go = ({ crowd }: Side) => crowd.load({ rate: 1e6, commands, senders: 20 })
  for (const side of arena.sides) {
    await side.crowd.connect({ target: side.target, count: consoles })
    await go(side)
  }
  const loaded = await interleave(arena, bench.rounds, go)
  const rates = (side: readonly Loaded[]) => side.map(({ deliveredIn }) => commands / deliveredIn)
  return {
    path: 'events/s to every console',
    work: `${consoles} consoles, ${commands} commands at once`,
    ...compare(rates(loaded.ours), rates(loaded.limit)),
    unit: '/s',
    must: 1,
    aim: 3,
    better: 'higher',
    rounds: bench.rounds,
  }
}

async function run(bench: Bench): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const room of bench.isQuick ? rooms.slice(0, 1) : rooms) figures.push(...(await inRoomOf(room, bench)))
  return [...figures, await burst(bench)]
}

export const fanOut: Row = {
  name: 'fan-out',
  about: 'on every console: 60, 500 and 2,000; a burst to 2,000',
  run,
}
