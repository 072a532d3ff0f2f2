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
import { splitFullName } from '#server/roster/import/names.ts'
import type { TableRecord } from '#server/roster/import/table.ts'
import { fold } from '#shared/lib/fold.ts'
import { ImportedMember, type MemberPhone } from '#shared/roster/member.ts'
import { isBlocking, type ProblemCode, type RosterField, type RosterMapping } from '#shared/roster/import.ts'
import type { RosterProblem } from '#shared/roster/preview.ts'

/** How the columns are to be read. */
export type Columns = Readonly<{
  headers: readonly string[]
  fields: RosterMapping
  /** The INSEE code of the one commune that a text means. */
  communeOf: (text: string) => string | null
}>

/** A line before it is compared with the others and with today's roster. */
export type ReadRow = Readonly<{
  line: number
  /** What could be read, whatever the problems: enough to tell of whom the line speaks. */
  draft: Readonly<Draft>
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
const mostPhones = 6

export function readRow(record: TableRecord, columns: Columns): ReadRow {
  const draft = createDraft()
  const problems: RosterProblem[] = []
  const report = (code: ProblemCode, column: string | null, value: string | null) =>
    problems.push({ code, column, value: value?.slice(0, longestShown) ?? null, otherLine: null })

  const unreadable = computeLineProblem(record, columns.headers.length)
  if (unreadable !== null) {
    report(unreadable, null, record.cells.join(' ').trim())
    return { line: record.line, draft, member: null, problems }
  }
  for (const [place, field] of columns.fields.entries()) {
    const text = record.cells[place]?.trim() ?? ''
    if (field === null || text === '') continue
    const header = columns.headers[place] ?? ''
    const code = isDamaged(text) ? 'encoding.lost' : writers[field](draft, text, header)
    if (code !== null) report(code, header, text)
  }
  finishCommune(draft, columns, report)
  finishName(draft, columns, problems, report)
  finishPhones(draft, columns, problems, report)
  return { line: record.line, draft, member: finish(draft, problems), problems }
}

function computeLineProblem({ cells, isBroken }: TableRecord, width: number): ProblemCode | null {
  if (isBroken) return 'quote.unclosed'
  // A separator inside a value has pushed everything after it one column to the right.
  return cells.slice(width).some((cell) => cell.trim() !== '') ? 'line.too-long' : null
}

/** A character lost for good, or UTF-8 that someone read as Windows and saved: «FranÃ§ois». */
function isDamaged(text: string): boolean {
  return /\uFFFD|Ã[\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€./u.test(text)
}

type Writer = (draft: Draft, text: string, header: string) => ProblemCode | null

const writers: Readonly<Record<RosterField, Writer>> = {
  lastName: (draft, text) => write(readName(text), (value) => (draft.lastName = value)),
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
  if (name === null) return 'name.unsplit'
  return writers.lastName(draft, name.lastName, header) ?? writers.firstName(draft, name.firstName, header)
}

function writePhones(
  draft: Draft,
  text: string,
  column: 'mobile' | 'home' | 'office' | 'phone',
): ProblemCode | null {
  return optional(
    text,
    (cell) => readPhones(cell, column),
    (phones) => {
      const known = new Set(draft.phones.map(({ e164 }) => e164))
      draft.phones.push(...phones.filter(({ e164 }) => !known.has(e164)))
    },
  )
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
function finishCommune(draft: Draft, { headers, fields, communeOf }: Columns, report: Report): void {
  if (draft.place.length === 0) return
  const text = draft.place.join(' ')
  draft.commune = communeOf(text)
  if (draft.commune === null) report('commune.unknown', headers[fields.indexOf('commune')] ?? null, text)
}

function finishName(
  draft: Draft,
  { headers, fields }: Columns,
  problems: readonly RosterProblem[],
  report: Report,
): void {
  const told = new Set(problems.map(({ column }) => column))
  for (const field of ['lastName', 'firstName'] as const) {
    const place = fields.findIndex((other) => other === field || other === 'fullName')
    const header = headers[place] ?? null
    if (draft[field] === null && !told.has(header)) report('name.missing', header, null)
    // One column for both parts is missing once.
    if (fields[place] === 'fullName') return
  }
}

function finishPhones(
  draft: Draft,
  { headers, fields }: Columns,
  problems: readonly RosterProblem[],
  report: Report,
): void {
  const header = headers[fields.findIndex((field) => field !== null && phoneFields.has(field))] ?? null
  if (draft.phones.length > mostPhones) report('phone.too-many', header, null)
  const isTold = problems.some(({ code }) => code.startsWith('phone.'))
  if (draft.phones.length === 0 && !isTold) report('phone.missing', header, null)
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
