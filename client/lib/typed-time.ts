import { fold } from '#shared/lib/fold.ts'

const named: Readonly<Record<string, number>> = { midi: 12 * 60, minuit: 0, noon: 12 * 60, midnight: 0 }

// What people put before a time that they are not sure of.
const approximately = /^(?:vers|environ|env\.?|a|around|about|at|~|≈)\s*/
const hoursAndMinutes = /^([01]?\d|2[0-3])\s*(?:h|:|\.|heures?)\s*([0-5]\d)?\s*(?:min|mn|m)?$/
// «1405», «905»: four digits or three, never fewer: «14» may be the beginning of anything.
const digitsAlone = /^([01]?\d|2[0-3])([0-5]\d)$/

/**
 * A time of day as people write it, in minutes since midnight: "2:10", "02h10", "14h", "14 h 05", "1405", "vers 14 h", "midi".
 * Null when it is no time of day.
 */
export function readTypedTime(text: string): number | null {
  const written = fold(text).trim().replace(approximately, '')
  const known = named[written]
  if (known !== undefined) return known
  const found = hoursAndMinutes.exec(written) ?? digitsAlone.exec(written)
  return found === null ? null : Number(found[1]) * 60 + Number(found[2] ?? 0)
}
