import { formatInstant } from '#client/lib/format.ts'
import { day, hour, minute } from '#shared/lib/time.ts'

const clock = /^([01]?\d|2[0-3])[:h]([0-5]\d)$/

/** "2:10", "02h10" to minutes since midnight; null when it is no time of day. */
function readMinutes(text: string): number | null {
  const match = clock.exec(text.trim().toLowerCase())
  return match === null ? null : Number(match[1]) * 60 + Number(match[2])
}

/** "02:10" on the préfecture's wall, the last time it was so: at 00:05, "23:50" is yesterday's. Null: not a time. */
export function lastTimeItWas(text: string, now: number): number | null {
  return nearest(text, now, (distance) => distance <= 0, now + minute)
}

/** "03:10" the next time it will be so. */
export function nextTimeItIs(text: string, now: number): number | null {
  return nearest(text, now, (distance) => distance > 0, now)
}

/** An instant as the field shows it. */
export function wallTime(at: number): string {
  return formatInstant(at, 'time', 'fr')
}

/**
 * The wall's clock jumps twice a year, so candidates are made around the naive answer and the wall itself is asked
 * which of them it shows.
 */
function nearest(
  text: string,
  now: number,
  isWanted: (distance: number) => boolean,
  from: number,
): number | null {
  const wanted = readMinutes(text)
  const shown = readMinutes(wallTime(now))
  if (wanted === null || shown === null) return null
  const today = Math.floor(now / minute) * minute + (wanted - shown) * minute
  const label = pad(wanted)
  const candidates = [-day, 0, day].flatMap((days) => [-hour, 0, hour].map((shift) => today + days + shift))
  const fitting = candidates.filter((at) => wallTime(at) === label && isWanted(at - from))
  if (fitting.length === 0) return null
  return fitting.reduce((best, at) => (Math.abs(at - now) < Math.abs(best - now) ? at : best))
}

function pad(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
