import { useNow } from '#client/lib/clock.ts'
import { formatInstant, wallOf } from '#client/lib/format.ts'
import { useLanguage, type Language } from '#client/lib/language.ts'
import { day, minute } from '#shared/lib/time.ts'

/*
 * The hour of a promise, a threshold or a fact, with its day where that is not today's: a crisis lasts over midnight, and
 * "01:10" said at 23:50 is tomorrow. Not for the marks of a time axis.
 */

type Days = Readonly<Record<'today' | 'tomorrow' | 'yesterday', string>>
const bare: Readonly<Record<Language, Days>> = {
  fr: { today: '', tomorrow: 'demain ', yesterday: 'hier ' },
  en: { today: '', tomorrow: 'tomorrow ', yesterday: 'yesterday ' },
}
const within: Readonly<Record<Language, Days & Readonly<{ other: string; at: string }>>> = {
  fr: { today: 'à ', tomorrow: 'demain à ', yesterday: 'hier à ', other: 'le ', at: ' à ' },
  en: { today: 'at ', tomorrow: 'tomorrow at ', yesterday: 'yesterday at ', other: 'on ', at: ' at ' },
}

/** "06:00", "demain 06:00", "hier 23:40", "03/12 06:00". */
export function formatHour(at: number, now: number, language: Language): string {
  const on = dayOf(at, now)
  return on === null ? formatInstant(at, 'dateTime', language) : bare[language][on] + timeOf(at, language)
}

/** Within a sentence: "à 06:00", "demain à 06:00", "hier à 23:40", "le 03/12 à 06:00". */
export function formatAtHour(at: number, now: number, language: Language): string {
  const on = dayOf(at, now)
  const said = within[language]
  if (on !== null) return said[on] + timeOf(at, language)
  return `${said.other}${formatInstant(at, 'shortDate', language)}${said.at}${timeOf(at, language)}`
}

/** In the language of this person; rendered again when the day turns. */
export function useHours() {
  const language = useLanguage()
  const now = useNow(minute)
  return {
    hour: (at: number) => formatHour(at, now, language),
    atHour: (at: number) => formatAtHour(at, now, language),
  }
}

function timeOf(at: number, language: Language): string {
  return formatInstant(at, 'time', language)
}

/** Null beyond yesterday and tomorrow. */
function dayOf(at: number, now: number): keyof Days | null {
  const days = Math.floor(wallOf(at) / day) - Math.floor(wallOf(now) / day)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  return days === -1 ? 'yesterday' : null
}
