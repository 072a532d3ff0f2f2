import type { Target } from '../load/orders.ts'
import { startCrowd, type Crowd } from './crowd.ts'
import type { Bench } from './figure.ts'
import { startLimit, startOurs, type Measured } from './processes.ts'
import { seed } from './seed.ts'

/** One of the two servers that are compared. */
export type Side = Readonly<{ name: 'ours' | 'limit'; server: Measured; target: Target; crowd: Crowd }>

/** Both servers running, each with a crowd of its own that is not connected yet. */
export type Arena = AsyncDisposable & Readonly<{ ours: Side; limit: Side; sides: readonly [Side, Side] }>

/** Sheets already logged: a room in mid-crisis, whose live state is at its bounds. */
const logged = 500

export async function openArena(bench: Bench, name: string): Promise<Arena> {
  const folder = bench.folder(`${name}-ours`)
  const { crisis, cookies } = await seed({ DATA_DIR: folder }, logged)
  const ours = await startOurs(folder)
  const limit = await startLimit(bench.folder(`${name}-limit`))
  const target = { kind: 'ours', url: ours.url, crisis, cookies, lastSeq: null } as const
  const left: Side = { name: 'ours', server: ours, target, crowd: startCrowd() }
  const right: Side = {
    name: 'limit',
    server: limit,
    target: { kind: 'limit', url: limit.url },
    crowd: startCrowd(),
  }
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
