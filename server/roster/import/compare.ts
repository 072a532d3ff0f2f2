import { nameKey } from '#server/roster/import/names.ts'
import { mostPhones, phoneFields, type ReadRow } from '#server/roster/import/row.ts'
import { changedFields } from '#shared/roster/changed-fields.ts'
import type { ImportedMember, MemberPhone } from '#shared/roster/member.ts'
import type { RosterField, RosterMapping } from '#shared/roster/import.ts'
import type { RosterProblem, RosterRow } from '#shared/roster/preview.ts'
import { spokenName } from '#shared/roster/select.ts'

/*
 * What a file changes in today's roster. A line speaks of the member of the same name; among homonyms, of the one who has one of its
 * numbers; without the name, of the member whom no line names and who has one of its mobiles: a marriage, or somebody else, which a
 * person tells. A field that no column speaks of, or whose cell was left out, stays what it is. A faulty line changes nothing, but its
 * member is not gone.
 */

/** A member of today's roster. Fields left out are neither compared nor kept. */
export type ExistingMember = Readonly<{
  id: string
  lastName: string
  firstName: string
  phones: readonly MemberPhone[]
}> &
  Readonly<Partial<Omit<ImportedMember, 'lastName' | 'firstName' | 'phones'>>>

export type Comparison = Readonly<{ rows: readonly RosterRow[]; gone: readonly string[] }>

export function compareRows(
  rows: readonly ReadRow[],
  fields: RosterMapping,
  existing: readonly ExistingMember[],
): Comparison {
  const unclaimed = new Map(existing.map((member) => [member.id, member]))
  const byName = Map.groupBy(existing, nameKey)
  const byMobile = Map.groupBy(
    existing.flatMap((member) => mobilesOf(member).map((e164) => ({ member, e164 }))),
    ({ e164 }) => e164,
  )
  const claim = (found: ExistingMember | undefined): ExistingMember | null => {
    if (found !== undefined) unclaimed.delete(found.id)
    return found ?? null
  }
  const homonymsOf = ({ row, double }: Marked) =>
    double ? [] : (byName.get(keyOf(row)) ?? []).filter(({ id }) => unclaimed.has(id))
  const claimByBoth = (marked: Marked) =>
    claim(homonymsOf(marked).find(({ phones }) => sharesNumber(phones, marked.row.draft.phones)))
  const claimByNumber = ({ draft }: ReadRow) => {
    const holders = draft.phones.flatMap(({ e164 }) => byMobile.get(e164) ?? [])
    return claim(holders.find(({ member }) => unclaimed.has(member.id))?.member)
  }
  // Every name with its number first, then every name: who has a new number is taken neither for a homonym who kept theirs nor for
  // whoever got the old one, in whatever order the lines stand.
  const known = markDoubles(rows).map((marked) => ({ ...marked, existing: claimByBoth(marked) }))
  const named = known.map((one) => ({ ...one, existing: one.existing ?? claim(homonymsOf(one)[0]) }))
  const compared = named.map(({ row, double, existing: namesake }) =>
    double ? asDouble(row) : compareRow(row, fields, namesake ?? claimByNumber(row)),
  )
  return { rows: compared, gone: [...unclaimed.keys()] }
}

type Marked = Readonly<{ row: ReadRow; double: boolean }>

/** Names the lines that repeat a person (kept once) and the mobiles given to two people (a typing error: which one?). */
function markDoubles(rows: readonly ReadRow[]): readonly Marked[] {
  const people = new Map<string, ReadRow[]>()
  const holders = new Map<string, ReadRow>()
  return rows.map((row) => {
    const key = keyOf(row)
    const namesakes = people.get(key) ?? []
    const twin = namesakes.find((other) => sharesNumber(other.draft.phones, row.draft.phones))
    if (twin !== undefined) {
      return { row: contradict(row, 'duplicate.member', nameOf(row), twin), double: true }
    }
    if (key !== '') people.set(key, [...namesakes, row])
    const settled = mobilesOf(row.draft).reduce((kept, e164) => {
      const holder = holders.get(e164)
      return holder === undefined ? kept : withoutTaken(kept, e164, holder)
    }, row)
    for (const e164 of mobilesOf(settled.draft)) if (!holders.has(e164)) holders.set(e164, row)
    return { row: settled, double: false }
  })
}

/** The member is reached by another number; without one the line waits for the file to be mended. */
function withoutTaken(row: ReadRow, taken: string, holder: ReadRow): ReadRow {
  const phones = row.draft.phones.filter(({ e164 }) => e164 !== taken)
  if (row.member === null || phones.length === 0) return contradict(row, 'duplicate.number', taken, holder)
  const told = contradict(row, 'number.taken', taken, holder)
  return { ...told, draft: { ...row.draft, phones }, member: { ...row.member, phones } }
}

function contradict(
  row: ReadRow,
  code: 'duplicate.member' | 'duplicate.number' | 'number.taken',
  value: string | null,
  other: ReadRow,
): ReadRow {
  const problem: RosterProblem = { code, column: null, value, otherLine: other.line }
  return { ...row, member: null, problems: [...row.problems, problem] }
}

function nameOf({ draft: { lastName, firstName } }: ReadRow): string | null {
  return lastName === null ? null : spokenName({ lastName, firstName: firstName ?? '' })
}

function asDouble(row: ReadRow): RosterRow {
  const { line, problems } = row
  return { line, name: nameOf(row), member: null, problems, change: 'duplicate', existing: null }
}

function compareRow(row: ReadRow, fields: RosterMapping, existing: ExistingMember | null): RosterRow {
  const told = { line: row.line, name: nameOf(row), problems: row.problems }
  const id = existing?.id ?? null
  if (row.member === null) return { ...told, member: null, change: null, existing: id }
  if (existing === null) return { ...told, member: row.member, change: 'added', existing: null }
  const unread = isNamedIn(row.member, existing) ? row.unread : exceptNames(row.unread)
  const member = keepUnsaid(row.member, { unread, fields, existing })
  return { ...told, member, change: changeOf(existing, member), existing: id }
}

function exceptNames(unread: ReadonlySet<RosterField>): ReadonlySet<RosterField> {
  return new Set([...unread].filter((field) => field !== 'lastName' && field !== 'firstName'))
}

/** «Marie» alone, with Zoé's number, is not Zoé under a name half read. */
function isNamedIn(member: ImportedMember, existing: ExistingMember): boolean {
  const words = nameKey(existing).split(' ')
  return nameKey(member)
    .split(' ')
    .every((word) => words.includes(word))
}

function changeOf(existing: ExistingMember, member: ImportedMember): 'renamed' | 'changed' | 'unchanged' {
  if (nameKey(existing) !== nameKey(member)) return 'renamed'
  return changedFields(existing, member).length === 0 ? 'unchanged' : 'changed'
}

type Said = Pick<ReadRow, 'unread'> & Readonly<{ fields: RosterMapping; existing: ExistingMember }>

/** The file's word where it has a column that could be read, today's elsewhere. */
function keepUnsaid(member: ImportedMember, { unread, fields, existing }: Said): ImportedMember {
  const { id: _, ...today } = existing
  const unsaid = Object.entries(today).filter(([field]) => !isSaid(field, fields) || isUnread(field, unread))
  const kept = { ...member, ...Object.fromEntries(unsaid) }
  return isSaid('phones', fields) ? { ...kept, phones: keepNumbers(member, unread, existing) } : kept
}

/** A cell of numbers that could not be read takes none away. */
function keepNumbers(
  { phones }: ImportedMember,
  unread: ReadonlySet<RosterField>,
  existing: ExistingMember,
): readonly MemberPhone[] {
  if (![...unread].some((field) => phoneFields.has(field))) return phones
  const said = new Set(phones.map(({ e164 }) => e164))
  return [...phones, ...existing.phones.filter(({ e164 }) => !said.has(e164))].slice(0, mostPhones)
}

function isSaid(field: string, fields: RosterMapping): boolean {
  if (field === 'phones') return fields.some((column) => column !== null && phoneFields.has(column))
  if (field === 'lastName' || field === 'firstName') return true
  return fields.some((column) => column === field)
}

function isUnread(field: string, unread: ReadonlySet<string>): boolean {
  return unread.has(field)
}

function keyOf({ draft }: ReadRow): string {
  const { lastName, firstName } = draft
  return lastName === null || firstName === null ? '' : nameKey({ lastName, firstName })
}

function mobilesOf({ phones }: Readonly<{ phones: readonly MemberPhone[] }>): readonly string[] {
  return phones.filter(({ kind }) => kind === 'mobile').map(({ e164 }) => e164)
}

function sharesNumber(some: readonly MemberPhone[], others: readonly MemberPhone[]): boolean {
  return some.some(({ e164 }) => others.some((other) => other.e164 === e164))
}
