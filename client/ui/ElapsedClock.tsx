import { useNow } from '#client/lib/clock.ts'
import { formatClock } from '#client/lib/format.ts'

type ElapsedClockProps = Readonly<{
  since: number
  label: string
  /** When it stopped; null while it runs. */
  until?: number | null
}>

/** Time since `since`, running: the T0 clock, the length of a call. */
export function ElapsedClock({ since, label, until = null }: ElapsedClockProps) {
  const now = useNow(1_000)
  const elapsed = Math.max(0, (until ?? now) - since)
  return (
    <span className="ui-clock" role="timer" aria-label={label}>
      {formatClock(elapsed)}
    </span>
  )
}
