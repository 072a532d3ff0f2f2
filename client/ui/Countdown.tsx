import { useNow } from '#client/lib/clock.ts'
import { formatClock, useFormat } from '#client/lib/format.ts'

/** Time left until `until` ("04:10"), counting past it with a sign and the danger colour ("−00:35"). */
export function Countdown({ until, label }: Readonly<{ until: number; label: string }>) {
  const left = until - useNow(1_000)
  const format = useFormat()
  const rounded = Math.ceil(left / 1_000) * 1_000
  return (
    <span
      className={`ui-countdown ui-tone--${left < 0 ? 'danger' : 'info'}`}
      role="timer"
      aria-label={`${label} ${format.instant(until, 'time')}`}
    >
      {formatClock(rounded).replace(/^(?<sign>−?)00:/u, '$<sign>')}
    </span>
  )
}
