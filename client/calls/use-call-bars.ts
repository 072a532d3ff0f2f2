import { useNow } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'
import { bucketLength, bucketStart } from '#shared/calls/counters.ts'
import { lastBuckets } from '#shared/calls/select.ts'
import type { Calls } from '#shared/calls/state.ts'

/** Two hours: long enough to see a wave come and go. */
const periods = 12

export type CallBar = Readonly<{ label: string; count: number }>

/** Calls per ten minutes, oldest first; the last period is the one that runs. */
export function useCallBars(calls: Calls): readonly CallBar[] {
  const format = useFormat()
  const first = bucketStart(useNow(15_000)) - (periods - 1) * bucketLength
  const counted = new Map(lastBuckets(calls, first).map(({ start, total }) => [start, total]))
  return Array.from({ length: periods }, (_, n) => first + n * bucketLength).map((start) => ({
    label: format.instant(start, 'time'),
    count: counted.get(start) ?? 0,
  }))
}
