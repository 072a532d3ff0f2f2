import { useNow } from '#client/lib/clock.ts'
import { formatClock } from '#client/lib/format.ts'
import { useHours } from '#client/lib/hours.ts'

/** Time left until `until` ("04:10"), counting past it with a sign and the danger colour ("−00:35"). */
export function Countdown({ until, label }: Readonly<{ until: number; label: string }>) {
  const left = until - useNow(1_000)
  const hours = useHours()
  const rounded = Math.ceil(left / 1_000) * 1_000
  return (
    <span
      className={`ui-countdown ui-tone--${left < 0 ? 'danger' : 'info'}`}
      role="timer"
      aria-label={`${label} ${hours.atHour(until)}`}
    >
      {formatClock(rounded).replace(/^(?<sign>−?)00:/u, '$<sign>')}
    </span>
  )
}
