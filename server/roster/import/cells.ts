import type { z } from 'zod'
import { readPhone } from '#server/lib/phone.ts'
import { fold } from '#shared/lib/fold.ts'
import { ImportedMember, type MemberPhone } from '#shared/roster/member.ts'
import type { ProblemCode } from '#shared/roster/import.ts'

/** What one cell says, or why it cannot be taken. */
export type CellReading<Value> =
  | Readonly<{ ok: true; value: Value }>
  | Readonly<{ ok: false; code: ProblemCode }>

function read<Value>(value: Value): CellReading<Value> {
  return { ok: true, value }
}

function fail(code: ProblemCode): CellReading<never> {
  return { ok: false, code }
}

const nothing = new Set([
  '-',
  '--',
  '—',
  '–',
  '/',
  '?',
  'x',
  'n/a',
  'neant',
  'aucun',
  'aucune',
  'sans',
  'so',
  's/o',
  'nc',
])

/** People write «néant» or «-» where there is nothing to say. */
export function saysNothing(text: string): boolean {
  return nothing.has(fold(text.trim()))
}

const { lastName, service } = ImportedMember.shape
const tag = ImportedMember.shape.skills.unwrap().element
const mostTags = 20

export function readName(text: string): CellReading<string> {
  return readLine(text, lastName)
}

export function readService(text: string): CellReading<string> {
  return readLine(text, service.unwrap())
}

/** Spaces and line feeds inside a cell are a spreadsheet's layout, not the person's name: a `line` has none of them. */
function readLine(text: string, schema: z.ZodType<string>): CellReading<string> {
  const parsed = schema.safeParse(text.replaceAll(/\s+/gu, ' '))
  if (parsed.success) return read(parsed.data)
  return fail(parsed.error.issues[0]?.code === 'too_big' ? 'text.too-long' : 'text.unprintable')
}

export function readEmail(text: string): CellReading<string> {
  const parsed = ImportedMember.shape.email.unwrap().safeParse(text.trim())
  return parsed.success ? read(parsed.data) : fail('email.invalid')
}

/** `12`, `12,5`, `12 km`. */
export function readDistance(text: string): CellReading<number> {
  const found = /^(\d{1,4}(?:[.,]\d+)?)\s*(?:kms?|kilom[eè]tres?)?$/i.exec(text.trim())?.[1]
  const parsed = ImportedMember.shape.distanceKm.unwrap().safeParse(Number(found?.replace(',', '.')))
  return parsed.success ? read(parsed.data) : fail('distance.invalid')
}

/** Minutes: `25`, `25 min`, `1h10`, `1 h`, `0:25`, and `00:25:00` as a spreadsheet writes a time. */
export function readTravel(text: string): CellReading<number> {
  const folded = fold(text).replaceAll(/\s/gu, '')
  const minutes = /^(\d{1,4})(?:[.,]0+)?(?:mn?|min|mins|minutes?|')?$/.exec(folded)?.[1]
  const hours = /^(\d{1,2})(?:h|:|heures?)(\d{1,2})?(?::\d{2})?(?:min|mn)?$/.exec(folded)
  const total = hours === null ? Number(minutes) : Number(hours[1]) * 60 + Number(hours[2] ?? 0)
  const parsed = ImportedMember.shape.travelMinutes.unwrap().safeParse(total)
  return parsed.success ? read(parsed.data) : fail('travel.invalid')
}

/** A place in the call order: `3`, `3e`, `n° 3`, `3.0`. */
export function readRank(text: string): CellReading<number> {
  const found = /^(?:n°?|no|#)?\s*(\d{1,4})(?:[.,]0+)?\s*(?:er?|[eè]me)?$/i.exec(text.trim())?.[1]
  const parsed = ImportedMember.shape.rank.unwrap().safeParse(Number(found))
  return parsed.success ? read(parsed.data) : fail('order.invalid')
}

/** `anglais, espagnol / arabe`: each once, whatever its accents and case. */
export function readTags(text: string): CellReading<readonly string[]> {
  const tags = new Map<string, string>()
  for (const part of text.split(/[,;/|\n]| et | and /)) {
    if (part.trim() === '' || saysNothing(part)) continue
    const parsed = readLine(part, tag)
    if (!parsed.ok) return parsed
    if (!tags.has(fold(parsed.value))) tags.set(fold(parsed.value), parsed.value)
  }
  return tags.size > mostTags ? fail('list.too-long') : read([...tags.values()])
}

/** The numbers that a cell does give, and what is wrong with the first that it does not. */
export type PhonesReading = Readonly<{ phones: readonly MemberPhone[]; fault: ProblemCode | null }>

/**
 * The numbers of a cell, which may hold several («06… / 01…», «06… ::: 01…»). A mobile is a mobile whatever its column says, except at
 * the office, where it is the employer's.
 */
export function readPhones(text: string, column: 'mobile' | 'home' | 'office' | 'phone'): PhonesReading {
  const whole = readPhone(text)
  const readings = whole.ok ? [whole] : splitNumbers(text).map((part) => readPhone(part))
  const phones = readings.flatMap((reading) =>
    reading.ok ? [{ kind: kindFor(column, reading.kind), e164: reading.e164 }] : [],
  )
  const faulty = readings.find((reading) => !reading.ok)
  if (faulty === undefined) return { phones, fault: phones.length === 0 ? 'phone.too-short' : null }
  // The fault of the whole cell says more than that of a part, unless other parts are numbers.
  return { phones, fault: phones.length > 0 || whole.ok ? faulty.fault : whole.fault }
}

function splitNumbers(text: string): readonly string[] {
  return text.split(/\s*(?:[/;,|\n]|:::|\sou\s|\sor\s)\s*/).filter((part) => part.trim() !== '')
}

function kindFor(
  column: 'mobile' | 'home' | 'office' | 'phone',
  kind: 'mobile' | 'landline' | 'other',
): MemberPhone['kind'] {
  if (column === 'office') return 'office'
  if (kind === 'mobile' || column === 'mobile') return 'mobile'
  return column === 'home' ? 'home' : 'office'
}
