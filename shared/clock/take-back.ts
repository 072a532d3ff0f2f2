import { driftTolerance } from '#shared/clock/drift.ts'
import type { Correction } from '#shared/clock/events.ts'

/*
 * A clock that was believed although it was wrong has spoilt times twice: those that were right were corrected by it, and
 * what came afterwards bears its own. The jump that brings it back is as large as what it was believed by, the other way
 * round; after a start it is larger, by the time for which the server had stood still.
 */

/** Whether a clock that jumps by `drift` shows that the correction was made for a clock that was wrong. */
export function isOverturned({ by, isAtLeast }: Correction, drift: number): boolean {
  const beyond = by > 0 ? -drift - by : drift + by
  // However long it stood still: a jump twice as large is another fault.
  return beyond >= -driftTolerance && beyond <= (isAtLeast ? Math.abs(by) : driftTolerance)
}

/** What takes a correction back: the times that it gave, moved as far the other way. */
export function reversed(correction: Correction): Correction {
  const { from, to, by } = correction
  return { ...correction, from: from + by, to: to + by, by: -by }
}

/** What was recorded after a correction under the clock that it believed. */
export function spoiltSince({ last, to, by }: Correction): Pick<Correction, 'first' | 'from'> {
  return { first: last + 1, from: to + by }
}

export function isSame(one: Correction, other: Correction): boolean {
  return (
    one.first === other.first && one.last === other.last && one.from === other.from && one.by === other.by
  )
}
