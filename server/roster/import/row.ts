import {
  type CellReading,
  readDistance,
  readEmail,
  readName,
  readPhones,
  readRank,
  readService,
  readTags,
  readTravel,
  saysNothing,
} from '#server/roster/import/cells.ts'
import { readDay } from '#server/roster/import/dates.ts'
import { splitFullName, withoutTitle } from '#server/roster/import/names.ts'
import type { TableRecord } from '#server/roster/import/table.ts'
import type { PlaceReading } from '#shared/communes/find.ts'
import { cleanText } from '#shared/lib/clean-text.ts'
import { fold } from '#shared/lib/fold.ts'
import { ImportedMember, type MemberPhone } from '#shared/roster/member.ts'
import { isBlocking, type ProblemCode, type RosterField, type RosterMapping } from '#shared/roster/import.ts'
import type { RosterProblem } from '#shared/roster/preview.ts'

/** How the columns are to be read. */
export type Columns = Readonly<{
  headers: readonly string[]
  fields: RosterMapping
  /** The one commune that a text means, or why there is none. */
  placeOf: (text: string) => PlaceReading
}>

/** A line before it is compared with the others and with today's roster. */
export type ReadRow = Readonly<{
  line: number
  /** What could be read, whatever the problems: enough to tell of whom the line speaks. */
  draft: Readonly<Draft>
  /** Fields of which a cell was left out: what is known today of them stays. */
  unread: ReadonlySet<RosterField>
  /** Null: a blocking problem. */
  member: ImportedMember | null
  problems: readonly RosterProblem[]
}>

type Draft = {
  lastName: string | null
  firstName: string | null
  service: string | null
  phones: MemberPhone[]
  email: string | null
  distanceKm: number | null
  travelMinutes: number | null
  place: string[]
  commune: string | null
  skills: readonly string[]
  languages: readonly string[]
  trainedOn: string | null
  rank: number | null
}

// A cell in a message is there to be recognised, not read in full.
const longestShown = 80
export const mostPhones = 6

export function readRow(record: TableRecord, columns: Columns): ReadRow {
  const draft = createDraft()
  const problems: RosterProblem[] = []
  const report = (code: ProblemCode, column: string | null, value: string | null) =>
    problems.push({ code, column, value: value?.slice(0, longestShown) ?? null, otherLine: null })
  const unread = new Set<RosterField>()
  if (record.isBroken) {
    report('quote.unclosed', null, record.cells.join(' ').trim())
    return { line: record.line, draft, unread, member: null, problems }
  }
  reportExtraCells(record, columns.headers.length, report)
  for (const [place, field] of columns.fields.entries()) {
    const text = cleanText(record.cells[place] ?? '').trim()
    if (field === null || text === '') continue
    const header = columns.headers[place] ?? ''
    const code = readCell(draft, { field, text, header })
    if (code === null) continue
    unread.add(field)
    report(code, header, text)
  }
  finishCommune(draft, columns, report)
  finishName(draft, columns, unread, report)
  finishPhones(draft, columns, report)
  return { line: record.line, draft, unread, member: finish(draft, problems), problems }
}

/** A separator inside a value has pushed what follows it one column to the right: what stands where it should is taken. */
function reportExtraCells({ cells }: TableRecord, width: number, report: Report): void {
  const extra = cells.slice(width).filter((cell) => cell.trim() !== '')
  if (extra.length > 0) report('line.too-long', null, extra.join(' ').trim())
}

type Cell = Readonly<{ field: RosterField; text: string; header: string }>

/** A name with characters lost on their way is still a name that can be called. */
function readCell(draft: Draft, { field, text, header }: Cell): ProblemCode | null {
  if (!isDamaged(text)) return writers[field](draft, text, header)
  if (nameFields.has(field)) return writers[field](draft, text, header) ?? 'encoding.lost'
  return 'encoding.lost'
}

const nameFields: ReadonlySet<RosterField> = new Set(['lastName', 'firstName', 'fullName'])

/** A character lost for good, or UTF-8 that someone read as Windows and saved: «FranÃ§ois». */
function isDamaged(text: string): boolean {
  return /\uFFFD|Ã[\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€./u.test(text)
}

type Writer = (draft: Draft, text: string, header: string) => ProblemCode | null

const writers: Readonly<Record<RosterField, Writer>> = {
  lastName: (draft, text) => write(readName(withoutTitle(text)), (value) => (draft.lastName = value)),
  firstName: (draft, text) => write(readName(text), (value) => (draft.firstName = value)),
  fullName: writeFullName,
  service: (draft, text) => write(readService(text), (value) => (draft.service = value)),
  mobile: (draft, text) => writePhones(draft, text, 'mobile'),
  home: (draft, text) => writePhones(draft, text, 'home'),
  office: (draft, text) => writePhones(draft, text, 'office'),
  phone: (draft, text) => writePhones(draft, text, 'phone'),
  email: (draft, text) => optional(text, readEmail, (value) => (draft.email = value)),
  distanceKm: (draft, text) => optional(text, readDistance, (value) => (draft.distanceKm = value)),
  travelMinutes: (draft, text) => optional(text, readTravel, (value) => (draft.travelMinutes = value)),
  commune: (draft, text) => {
    if (!saysNothing(text)) draft.place.push(text)
    return null
  },
  languages: (draft, text) => addTags(draft, 'languages', text),
  skills: (draft, text) => addTags(draft, 'skills', text),
  trainedOn: (draft, text) => optional(text, readDayCell, (value) => (draft.trainedOn = value)),
  rank: (draft, text) => optional(text, readRank, (value) => (draft.rank = value)),
}

function write<Value>(reading: CellReading<Value>, set: (value: Value) => void): ProblemCode | null {
  if (!reading.ok) return reading.code
  set(reading.value)
  return null
}

function optional<Value>(
  text: string,
  read: (text: string) => CellReading<Value>,
  set: (value: Value) => void,
): ProblemCode | null {
  return saysNothing(text) ? null : write(read(text), set)
}

function writeFullName(draft: Draft, text: string, header: string): ProblemCode | null {
  const name = splitFullName(text, fold(header).trim().startsWith('prenom'))
  if (name === null) return writers.lastName(draft, text, header)
  return writers.lastName(draft, name.lastName, header) ?? writers.firstName(draft, name.firstName, header)
}

/** The numbers that can be read are taken, whatever stands beside them. */
function writePhones(
  draft: Draft,
  text: string,
  column: 'mobile' | 'home' | 'office' | 'phone',
): ProblemCode | null {
  if (saysNothing(text)) return null
  const { phones, fault } = readPhones(text, column)
  const known = new Set(draft.phones.map(({ e164 }) => e164))
  draft.phones.push(...phones.filter(({ e164 }) => !known.has(e164) && known.add(e164)))
  return fault
}

/** Several columns may add to one list: it is read again as a whole, so that its limit and its doubles are one rule. */
function addTags(draft: Draft, list: 'skills' | 'languages', text: string): ProblemCode | null {
  return optional([...draft[list], text].join('\n'), readTags, (tags) => (draft[list] = tags))
}

function readDayCell(text: string): CellReading<string> {
  const day = readDay(text)
  return day === null ? { ok: false, code: 'date.invalid' } : { ok: true, value: day }
}

type Report = (code: ProblemCode, column: string | null, value: string | null) => void

/** The postal code and the name may stand in two columns: together they say more than each. */
function finishCommune(draft: Draft, { headers, fields, placeOf }: Columns, report: Report): void {
  if (draft.place.length === 0) return
  const text = draft.place.join(' ')
  const place = placeOf(text)
  if (place.is === 'found') draft.commune = place.commune.code
  else report(`commune.${place.is}`, headers[fields.indexOf('commune')] ?? null, text)
}

/** Who has one name is called by it; a line without any names nobody. */
function finishName(
  draft: Draft,
  { headers, fields }: Columns,
  unread: Set<RosterField>,
  report: Report,
): void {
  if (draft.lastName !== null && draft.firstName !== null) return
  const only = draft.lastName ?? draft.firstName
  const missing = draft.lastName === null ? 'lastName' : 'firstName'
  const place = fields.findIndex((field) => field === missing || field === 'fullName')
  report(only === null ? 'name.missing' : 'name.partial', headers[place] ?? null, null)
  unread.add('lastName').add('firstName')
  draft.lastName = only
  draft.firstName = only === null ? null : ''
}

function finishPhones(draft: Draft, { headers, fields }: Columns, report: Report): void {
  const header = headers[fields.findIndex((field) => field !== null && phoneFields.has(field))] ?? null
  if (draft.phones.length > mostPhones) report('phone.too-many', header, null)
  draft.phones.splice(mostPhones)
  if (draft.phones.length === 0) report('phone.missing', header, null)
}

export const phoneFields: ReadonlySet<RosterField> = new Set(['mobile', 'home', 'office', 'phone'])

/** The schema has the last word: what it refuses here is a rule that the cells above do not know. */
function finish(draft: Draft, problems: readonly RosterProblem[]): ImportedMember | null {
  if (problems.some(({ code }) => isBlocking(code))) return null
  const { place: _, ...fields } = draft
  return ImportedMember.parse(fields)
}

function createDraft(): Draft {
  return {
    lastName: null,
    firstName: null,
    service: null,
    phones: [],
    email: null,
    distanceKm: null,
    travelMinutes: null,
    place: [],
    commune: null,
    skills: [],
    languages: [],
    trainedOn: null,
    rank: null,
  }
}
