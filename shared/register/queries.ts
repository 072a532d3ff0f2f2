import { z } from 'zod'
import { CommuneCode } from '#shared/activation/commands.ts'
import { Outcome, urgencies } from '#shared/calls/outcomes.ts'
import { ReasonSchema } from '#shared/calls/reason-schema.ts'
import { themes, type Theme } from '#shared/calls/reasons.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { EventType } from '#shared/event.ts'
import { CrisisId, PersonId, type Author } from '#shared/lib/id.ts'
import { cleanText } from '#shared/lib/clean-text.ts'
import { Instant } from '#shared/lib/instant.ts'

/*
 * What may be asked of the register, as query strings carry it: everything optional but the crisis, newest first,
 * page by page. A cursor is the seq after which (going back in time) the next page begins.
 */

/** A month and a day: longer stretches are read in the CSV, not searched. */
const maxDays = 32

const Text = z.string().max(200).transform(cleanText).default('')
const Cursor = z.coerce.number().int().min(1).nullable().default(null)
const Limit = z.coerce.number().int().min(1).max(100).default(50)
const Day = z.iso.date().nullable().default(null)
const days = { from: Day, to: Day }

type Days = Readonly<{ from: string | null; to: string | null }>

function isShortEnough({ from, to }: Days): boolean {
  if (from === null || to === null) return true
  const [first, last] = [dayNumber(from), dayNumber(to)]
  return first <= last && last - first < maxDays
}
const daysFault = { error: 'register.days', path: ['to'] }

/** Days since 1 January 1970 of a calendar day, counted without clocks or time zones (Howard Hinnant's algorithm). */
export function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  // The year starts in March, so that the leap day comes last.
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

export const SheetQuery = z
  .object({
    crisis: CrisisId,
    text: Text,
    theme: z
      .enum(themes.map(({ id }) => id))
      .nullable()
      .default(null),
    reason: ReasonSchema.nullable().default(null),
    commune: CommuneCode.nullable().default(null),
    outcome: Outcome.nullable().default(null),
    urgency: z.enum(urgencies).nullable().default(null),
    taker: PersonId.nullable().default(null),
    ...days,
    cursor: Cursor,
    limit: Limit,
  })
  .refine(isShortEnough, daysFault)
export type SheetQuery = Readonly<z.infer<typeof SheetQuery>>

export const PhoneQuery = z.object({ crisis: CrisisId, phone: z.string().regex(/^\+[1-9]\d{6,14}$/) })

export const ExportQuery = z.object({ crisis: CrisisId })

export const SeriesQuery = z.object({ crisis: CrisisId, since: z.coerce.number().pipe(Instant) })

export const LogQuery = z
  .object({
    /** `standing`: what belongs to no crisis (accounts, roster, erasures). */
    crisis: z.union([CrisisId, z.literal('standing')]),
    text: Text,
    feature: z
      .string()
      .regex(/^[a-z]{1,20}$/i)
      .nullable()
      .default(null),
    type: z
      .string()
      .regex(/^[a-z]{1,20}\.[a-z]{1,40}$/i)
      .nullable()
      .default(null),
    person: PersonId.nullable().default(null),
    ...days,
    cursor: Cursor,
    limit: Limit,
  })
  .refine(isShortEnough, daysFault)
export type LogQuery = Readonly<z.infer<typeof LogQuery>>

/** How far the index has come; null when it is up to date. */
export type Indexing = Readonly<{ done: number; total: number }> | null

export type Page<T> = Readonly<{ rows: readonly T[]; next: number | null; indexing: Indexing }>

/** A sheet as it stands, with the seq that orders it. */
export type SheetRow = Readonly<{ seq: number; sheet: Sheet }>

/** A sheet as it stood before a correction. */
export type SheetVersion = Readonly<{
  revision: number
  replacedAt: number
  replacedBy: Author
  sheet: Sheet
}>

export type SheetRecord = Readonly<{
  crisis: CrisisId
  sheet: Sheet
  /** Superseded versions, oldest first. */
  versions: readonly SheetVersion[]
}>

/** A line of the main courante, told once and for all when it was written. */
export type LogLine = Readonly<{
  seq: number
  at: number
  /** What was recorded where `at` was corrected, as the clock had been wrong; otherwise null. */
  recordedAt: number | null
  /** When it happened, if its author said so. */
  happenedAt: number | null
  by: Author
  author: string
  type: EventType
  fr: string
  en: string
  struck: Readonly<{ by: Author; author: string; at: number; reason: string }> | null
}>

/** Calls whose true start lies in one stretch of ten minutes, by theme. */
export type CallSeries = readonly Readonly<{ start: number; theme: Theme; count: number }>[]
