/**
 * Filters as tokens of the full-text index, and searches as one MATCH expression.
 *
 * A tag is a mark, its crisis, the field's letter and its value. The crisis stands in each, so that one filter already
 * narrows to its crisis. The mark is six times a letter that nobody types: tags then share a single entry in each of
 * the index's prefix lists instead of filling them.
 */
import type { Sight } from '#shared/calls/sight.ts'
import { fold } from '#shared/lib/fold.ts'
import { hour } from '#shared/lib/time.ts'
import { dayNumber, type LogQuery, type SheetQuery } from '#shared/register/queries.ts'
import { termsOf } from '#shared/register/terms.ts'

const mark = 'ƿ'.repeat(6)

/** What can be filtered by, and its letter in the tag. */
const letters = {
  all: 'a',
  theme: 'h',
  reason: 'r',
  commune: 'k',
  outcome: 'o',
  urgency: 'u',
  person: 'p',
  feature: 'f',
  type: 'y',
  day: 'd',
} as const
type Field = keyof typeof letters
export type Tags = Readonly<Partial<Record<Field, string | null>>>

/** Tokens hold letters and digits only: "mobility.roadClosed" is "mobilityroadclosed". */
function token(scope: string, field: Field, value: string): string {
  const plain = (text: string) => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '')
  return `${mark}${plain(scope)}${letters[field]}${plain(value)}`
}

/** The tags column of a row. */
export function tagsOf(scope: string, tags: Tags): string {
  const tokens = [token(scope, 'all', '')]
  for (const [field, value] of Object.entries(tags)) {
    if (value !== null) tokens.push(token(scope, field as Field, value))
  }
  return tokens.join(' ')
}

const localDay = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' })

/** Days begin at a full hour everywhere, so one answer per hour is enough: the calendar is slow to ask. */
const known = { hour: Number.NaN, day: '' }

/** The calendar day of an instant where préfectures are, as a tag's value. */
export function dayOf(instant: number): string {
  const current = Math.floor(instant / hour)
  if (current !== known.hour)
    Object.assign(known, { hour: current, day: String(dayNumber(localDay.format(instant))) })
  return known.day
}

export function sheetMatch(query: SheetQuery, sight: Sight): string {
  const { crisis, theme, reason, commune, outcome, urgency, taker } = query
  return matchOf(crisis, {
    words: termsOf(query.text).map((term) => sheetTerm(term, sight)),
    tags: { theme, reason, commune, outcome, urgency, person: taker },
    days: query,
  })
}

export function logMatch(query: LogQuery): string {
  const { crisis, feature, type, person } = query
  return matchOf(crisis, {
    words: termsOf(query.text).map((term) => `{words}:"${term}"*`),
    tags: { feature, type, person },
    days: query,
  })
}

/** Which columns hold words that a reader may read (`sheets.ts`). */
const columns: Readonly<Record<Sight, string>> = {
  whole: '{words notes number personal}',
  masked: '{words notes}',
  facts: '{words}',
}

/** Words are found by those who may read them; a whole number by all of the room: its caller just said it. */
function sheetTerm(term: string, sight: Sight): string {
  const isWholeNumber = sight === 'masked' && /^\d{10,}$/.test(term)
  return isWholeNumber ? `{words notes number}:"${term}"` : `${columns[sight]}:"${term}"*`
}

type Parts = Readonly<{
  words: readonly string[]
  tags: Tags
  days: Readonly<{ from: string | null; to: string | null }>
}>

function matchOf(scope: string, { words, tags, days }: Parts): string {
  const filters = Object.entries(tags).flatMap(([field, value]) =>
    value === null ? [] : [tagTerm(token(scope, field as Field, value))],
  )
  const dayTags = daysBetween(days).map((day) => tagTerm(token(scope, 'day', String(day))))
  const dayFilter = dayTags.length === 0 ? [] : [`(${dayTags.join(' OR ')})`]
  // Without another tag, the words alone would search every crisis.
  const isScoped = filters.length + dayFilter.length > 0
  const scopeFilter = isScoped ? [] : [tagTerm(token(scope, 'all', ''))]
  return [...words, ...filters, ...dayFilter, ...scopeFilter].join(' AND ')
}

function tagTerm(tag: string): string {
  return `{tags}:"${tag}"`
}

/** One bound alone means that day. */
function daysBetween({ from, to }: Parts['days']): readonly number[] {
  const first = from ?? to
  const last = to ?? from
  if (first === null || last === null) return []
  const start = dayNumber(first)
  return Array.from({ length: dayNumber(last) - start + 1 }, (_, n) => start + n)
}
