import { formatInstant, wallOf } from '#client/lib/format.ts'
import { readTypedTime } from '#client/lib/typed-time.ts'
import { day, minute } from '#shared/lib/time.ts'

/*
 * The one clock of typed times: the préfecture's wall, whatever zone the computer believes in. Twice a year the wall jumps: an
 * hour that it shows twice is two instants, and one that it skips is none, whatever the day before had at that hour.
 */

/**
 * The last time it was so: at 00:05, "23:50" is yesterday's, and the minute that runs is now. The minute after it too, for the
 * clock beside the telephone runs a little ahead. Null: not a time, or an hour that the clock change skipped.
 */
export function lastTimeItWas(text: string, now: number): number | null {
  const wanted = readTypedTime(text)
  if (wanted === null) return null
  const thisMinute = floorToMinute(now)
  for (const days of [0, -1]) {
    const instants = instantsShowing(wanted, days, now)
    const found = instants.findLast((at) => at <= thisMinute + minute)
    if (found !== undefined) return Math.min(found, now)
    if (instants.length === 0 && wanted <= minutesShown(now)) return null
  }
  return null
}

/** The next time it will be so; the minute that runs is now. Null: not a time, or an hour that the clock change will skip. */
export function nextTimeItIs(text: string, now: number): number | null {
  const wanted = readTypedTime(text)
  if (wanted === null) return null
  const thisMinute = floorToMinute(now)
  for (const days of [0, 1]) {
    const instants = instantsShowing(wanted, days, now)
    const found = instants.find((at) => at >= thisMinute)
    if (found !== undefined) return Math.max(found, now)
    if (instants.length === 0 && (days === 1 || wanted > minutesShown(now))) return null
  }
  return null
}

/** An instant as the field shows it: "02:10". */
export function wallTime(at: number): string {
  return formatInstant(at, 'time', 'fr')
}

/** When the wall shows this time on the day `days` from now's: once, twice in autumn's night, never in spring's; earliest first. */
function instantsShowing(wanted: number, days: number, now: number): readonly number[] {
  const shown = wallOf(now)
  const midnight = shown - (shown % day) + days * day
  const face = midnight + wanted * minute
  // The wall's lead on universal time, on either side of any change near by.
  const leads = [face - day, face + day].map((at) => wallOf(at) - at)
  const candidates = [...new Set(leads.map((lead) => face - lead))].toSorted((a, b) => a - b)
  return candidates.filter((at) => wallOf(at) === face)
}

function minutesShown(now: number): number {
  return Math.floor((wallOf(now) % day) / minute)
}

function floorToMinute(now: number): number {
  return now - (now % minute)
}
