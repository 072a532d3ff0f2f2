/** What it costs to tell every console: processor for each delivery, how late the last one is, and how many a second. */
import { interleave, openArena, type Arena, type Side } from '../lib/arena.ts'
import type { Bench, Figure, Row } from '../lib/figure.ts'
import { median, medianRatio } from '../lib/statistics.ts'
import type { Loaded } from '../load/orders.ts'

/** Slow enough that no two entries can share a frame: what is measured is one delivery. */
const rooms = [
  { consoles: 60, rate: 50 },
  { consoles: 500, rate: 15 },
  { consoles: 2_000, rate: 6 },
] as const
const writers = 2

type Spent = Readonly<{ perCommand: number; arrival: number }>
type Told = Readonly<{ perDelivery: number; arrival: number }>

/** Microseconds of the server's processor for each command. */
async function spend({ crowd, server }: Side, rate: number, seconds: number): Promise<Spent> {
  const before = await server.usage()
  const loaded = await crowd.load({ rate, commands: rate * seconds, senders: writers })
  const after = await server.usage()
  if (loaded.deliveries < loaded.expected) throw new Error('deliveries are missing')
  return { perCommand: (after.cpu - before.cpu) / loaded.acknowledged, arrival: loaded.arrival.p99 }
}

/**
 * One round: two writers alone, then with everybody else. The difference is what telling the others cost; taken within
 * seconds, because what a command costs drifts more than what a delivery costs.
 */
async function tellRoom(side: Side, { consoles, rate }: (typeof rooms)[number], bench: Bench): Promise<Told> {
  const { crowd, target } = side
  const others = consoles - writers
  await crowd.connect({ target, count: writers })
  await spend(side, rate, 1)
  const alone = await spend(side, rate, bench.seconds)
  await crowd.connect({ target, count: others })
  await spend(side, rate, 1)
  const together = await spend(side, rate, bench.seconds)
  await crowd.leave()
  return {
    perDelivery: (together.perCommand - alone.perCommand) / others,
    arrival: together.arrival,
  }
}

async function inRoomOf(room: (typeof rooms)[number], bench: Bench): Promise<readonly Figure[]> {
  const { consoles } = room
  await using arena = await openArena(bench, `fan-out-${consoles}`)
  const told = await interleave(arena, bench.rounds, (side) => tellRoom(side, room, bench))
  const perDelivery = (name: 'ours' | 'limit') => told[name].map((round) => round.perDelivery)
  const arrivals = (name: 'ours' | 'limit') => told[name].map(({ arrival }) => arrival)
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
      ...difference(perDelivery('ours'), perDelivery('limit')),
    },
    {
      ...figure('arrival p99', 'ms', { must: 1.3, aim: 1 }),
      ...compare(arrivals('ours'), arrivals('limit')),
    },
  ]
}

/** A difference may drown in the machine's noise: then it is not measured, whatever its ratio says. */
function difference(ours: readonly number[], limit: readonly number[]) {
  const compared = compare(ours, limit)
  const isAudible = compared.ours > 0 && compared.limit !== null && compared.limit > 0
  return { ...compared, score: isAudible ? compared.ours / compared.limit : Number.NaN }
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
