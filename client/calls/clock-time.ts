import { formatInstant } from '#client/lib/format.ts'
import { day, hour, minute } from '#shared/lib/time.ts'

/** "02:41" as on the préfecture's wall, for a time field. */
export function clockTime(at: number): string {
  return formatInstant(at, 'time', 'fr')
}

/**
 * The instant a time field means: the last time it was that late (`past`), or the next (`future`).
 * Null when it is no time. Stays right in the night of a clock change, where a day has 23 or 25 hours.
 */
export function instantAt(typed: string, now: number, direction: 'past' | 'future'): number | null {
  const wanted = minutesOf(typed)
  if (wanted === null) return null
  const away = wanted - (minutesOf(clockTime(now)) ?? 0)
  const turn = direction === 'past' ? (away > 0 ? -day : 0) : away < 0 ? day : 0
  const guess = now - (now % minute) + away * minute + turn
  const shift = wanted - (minutesOf(clockTime(guess)) ?? wanted)
  // A clock change between now and then moves the guess by an hour.
  return Math.abs(shift) === 60 ? guess + Math.sign(shift) * hour : guess
}

function minutesOf(clock: string): number | null {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)/.exec(clock)
  return found === null ? null : Number(found[1]) * 60 + Number(found[2])
}
