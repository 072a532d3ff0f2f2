import { day, hour, minute, second } from '#shared/lib/time.ts'
import { useLanguage, type Language } from '#client/lib/language.ts'

/** All times are shown as they are on the préfecture's wall, wherever the reader's computer believes it is. */
const timeZone = 'Europe/Paris'
const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' }

type Shape = 'time' | 'exactTime' | 'date' | 'shortDate' | 'dateTime' | 'exactDateTime'
const shapes: Readonly<Record<Shape, Intl.DateTimeFormatOptions>> = {
  time: { hour: '2-digit', minute: '2-digit' },
  exactTime: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  date: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  shortDate: { day: '2-digit', month: '2-digit' },
  dateTime: { day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' },
  exactDateTime: { dateStyle: 'full', timeStyle: 'medium' },
}

// Making a formatter costs a thousand times what using it does.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(shape: Shape, language: Language): Intl.DateTimeFormat {
  const key = `${language}.${shape}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(locales[language], { timeZone, hourCycle: 'h23', ...shapes[shape] })
  formatters.set(key, made)
  return made
}

/** An instant (milliseconds since the epoch) in one of the shapes above: `time` is "02:41". */
export function formatInstant(at: number, shape: Shape, language: Language): string {
  return formatter(shape, language).format(at)
}

const wallParts = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

/** What the préfecture's wall shows at an instant, as if it were universal time: made for reckoning with days and hours. */
export function wallOf(at: number): number {
  const parts = new Map(wallParts.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return shown + (at % second)
}

/** "à l’instant", "il y a 6 min", "dans 20 min", on one line; from 12 hours on, the date and time. */
export function formatRelative(at: number, now: number, language: Language): string {
  const distance = at - now
  const size = Math.abs(distance)
  if (size < 45 * second) return language === 'fr' ? 'à\u00A0l’instant' : 'just\u00A0now'
  if (size >= 12 * hour) return formatInstant(at, 'dateTime', language)
  const relative = new Intl.RelativeTimeFormat(locales[language], { style: 'short', numeric: 'always' })
  const unit = size < hour ? 'minute' : 'hour'
  const count = Math.max(1, Math.round(size / (size < hour ? minute : hour)))
  return relative.format(Math.sign(distance) * count, unit).replaceAll(' ', '\u00A0')
}

/** A running clock, "00:42:10"; past a day the hours go on counting: a crisis of 48 h is read in hours. */
export function formatClock(milliseconds: number): string {
  const size = Math.abs(milliseconds)
  const parts = [
    Math.floor(size / hour),
    Math.floor((size % hour) / minute),
    Math.floor((size % minute) / second),
  ]
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':')
  return milliseconds < 0 ? `−${clock}` : clock
}

/** A length of time in words: "45 s", "12 min", "1 h 05", "2 j 3 h". Never a sign. */
export function formatDuration(milliseconds: number, language: Language): string {
  const size = Math.abs(milliseconds)
  if (size < minute) return `${Math.floor(size / second)} s`
  if (size < hour) return `${Math.floor(size / minute)} min`
  const hours = Math.floor(size / hour)
  if (size < 2 * day) return `${hours} h ${String(Math.floor((size % hour) / minute)).padStart(2, '0')}`
  return `${Math.floor(size / day)} ${language === 'fr' ? 'j' : 'd'} ${hours % 24} h`
}

/** "20 000", "71,5". */
function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(value)
}

/** "71 %" from 0.71. */
function formatPercent(fraction: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 0 }).format(
    fraction,
  )
}

/** The formats above in the language of this person. */
export function useFormat() {
  const language = useLanguage()
  return {
    instant: (at: number, shape: Shape) => formatInstant(at, shape, language),
    relative: (at: number, now: number) => formatRelative(at, now, language),
    duration: (milliseconds: number) => formatDuration(milliseconds, language),
    number: (value: number) => formatNumber(value, language),
    percent: (fraction: number) => formatPercent(fraction, language),
  }
}
