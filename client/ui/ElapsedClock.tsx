import { useNow } from '#client/lib/clock.ts'
import { formatClock } from '#client/lib/format.ts'
import { hour } from '#shared/lib/time.ts'

type ElapsedClockProps = Readonly<{
  since: number
  label: string
  /** When it stopped; null while it runs. */
  until?: number | null
  /** Minutes and seconds, as long as they are enough. */
  isShort?: boolean
}>

/** Time since `since`, running: the T0 clock, the length of a call. */
export function ElapsedClock({ since, label, until = null, isShort = false }: ElapsedClockProps) {
  const now = useNow(1_000)
  const elapsed = Math.max(0, (until ?? now) - since)
  return (
    <span className="ui-clock" role="timer" aria-label={label}>
      {isShort && elapsed < hour ? formatClock(elapsed).slice('00:'.length) : formatClock(elapsed)}
    </span>
  )
}
