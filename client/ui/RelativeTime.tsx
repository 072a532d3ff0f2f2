import { useNow } from '#client/lib/clock.ts'
import { useFormat } from '#client/lib/format.ts'

/** Often enough for "il y a 6 min" to be true within a few seconds, rarely enough for hundreds on a screen. */
const period = 15_000

/** "il y a 6 min"; the exact time on hover, and by keyboard or touch where it stands alone. */
export function RelativeTime({ at }: Readonly<{ at: number }>) {
  const now = useNow(period)
  const format = useFormat()
  const exact = format.instant(at, 'exactDateTime')
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={exact}
      aria-label={`${format.relative(at, now)}, ${exact}`}
    >
      {format.relative(at, now)}
    </time>
  )
}
