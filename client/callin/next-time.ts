import { formatInstant } from '#client/lib/format.ts'
import { day, hour, minute } from '#shared/lib/time.ts'

/** The next instant at which the préfecture's clock shows this time of day ("6:00", "06h30", "18"); null if it is none. */
export function nextTimeOfDay(text: string, now: number): number | null {
  const wanted = readTimeOfDay(text)
  const present = readTimeOfDay(formatInstant(now, 'time', 'fr'))
  if (wanted === null || present === null) return null
  const ahead = (wanted - present + day) % day
  return now - (now % minute) + (ahead === 0 ? day : ahead)
}

/** Milliseconds since midnight. */
function readTimeOfDay(text: string): number | null {
  const [, hours, minutes = '0'] = /^\s*(\d{1,2})(?:\s*[h:]\s*(\d{2})?)?\s*$/i.exec(text) ?? []
  if (hours === undefined) return null
  const isTime = Number(hours) < 24 && Number(minutes) < 60
  return isTime ? Number(hours) * hour + Number(minutes) * minute : null
}
