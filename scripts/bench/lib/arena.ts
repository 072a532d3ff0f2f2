import type { Target } from '../load/orders.ts'
import { startCrowd, type Crowd } from './crowd.ts'
import type { Bench } from './figure.ts'
import { startLimit, startOurs, type LimitStore, type Measured } from './processes.ts'
import { seed } from './seed.ts'

/** One of the two servers that are compared. */
export type Side = Readonly<{ name: 'ours' | 'limit'; server: Measured; target: Target; crowd: Crowd }>

/** Both servers running, each with a crowd of its own that is not connected yet. */
export type Arena = AsyncDisposable & Readonly<{ ours: Side; limit: Side; sides: readonly [Side, Side] }>

/** Sheets already logged: a room in mid-crisis, whose live state is at its bounds. */
const logged = 500

/**
 * What is measured is a server as it is after its first minutes: its code compiled for what it does. Enough commands for
 * that, at a rate that either side bears.
 */
const warming = { count: 10, rate: 400, commands: 2_000 }

export async function warmUp(crowd: Crowd, target: Target, { isQuick }: Bench): Promise<void> {
  const { count, rate, commands } = warming
  await crowd.connect({ target, count })
  await crowd.load({ rate, commands: isQuick ? rate : commands, senders: count })
  await crowd.leave()
}

export async function openArena(bench: Bench, name: string, store: LimitStore = 'journal'): Promise<Arena> {
  const folder = bench.folder(`${name}-ours`)
  const { crisis, cookies } = await seed({ DATA_DIR: folder }, logged)
  const ours = await startOurs(folder)
  const limit = await startLimit(bench.folder(`${name}-limit`), store)
  const target = { kind: 'ours', url: ours.url, crisis, cookies, last: null } as const
  const left: Side = { name: 'ours', server: ours, target, crowd: startCrowd() }
  const right: Side = {
    name: 'limit',
    server: limit,
    target: { kind: 'limit', url: limit.url },
    crowd: startCrowd(),
  }
  for (const { crowd, target } of [left, right]) await warmUp(crowd, target, bench)
  return {
    ours: left,
    limit: right,
    sides: [left, right],
    [Symbol.asyncDispose]: async () => {
      for (const { crowd, server } of [left, right]) {
        await crowd[Symbol.asyncDispose]()
        await server[Symbol.asyncDispose]()
      }
    },
  }
}

/** Runs `measure` on both sides, `rounds` times, taking turns at being first. */
export async function interleave<T>(
  { ours, limit }: Arena,
  rounds: number,
  measure: (side: Side) => Promise<T>,
): Promise<Readonly<{ ours: readonly T[]; limit: readonly T[] }>> {
  const results = { ours: [] as T[], limit: [] as T[] }
  for (let round = 0; round < rounds; round += 1) {
    for (const side of round % 2 === 0 ? [ours, limit] : [limit, ours]) {
      results[side.name].push(await measure(side))
    }
  }
  return results
}
