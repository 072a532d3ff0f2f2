import { useNow } from '#client/lib/clock.ts'
import { formatClock } from '#client/lib/format.ts'

/** Time since `since`, running: the T0 clock, the length of a call. */
export function ElapsedClock({ since, label }: Readonly<{ since: number; label: string }>) {
  const elapsed = Math.max(0, useNow(1_000) - since)
  return (
    <span className="ui-clock" role="timer" aria-label={label}>
      {formatClock(elapsed)}
    </span>
  )
}
