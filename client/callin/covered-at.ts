import { coveredFrom } from '#client/ui/coverage-shape.ts'
import { coverageSeries } from '#shared/callin/coverage.ts'
import type { Crisis } from '#shared/state.ts'

/** From when on, as announced today, the posts are covered and stay so; null if nobody announced makes it so. */
export function coveredAt(crisis: Crisis, now: number): number | null {
  // Without an end: who comes after what a screen draws covers it all the same.
  return coveredFrom(coverageSeries(crisis, { from: now, to: Infinity, now }), crisis.activation.posts)
}
