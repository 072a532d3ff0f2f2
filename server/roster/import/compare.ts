import { nameKey } from '#server/roster/import/names.ts'
import { phoneFields, type ReadRow } from '#server/roster/import/row.ts'
import type { ImportedMember, MemberPhone } from '#shared/roster/member.ts'
import type { RosterMapping } from '#shared/roster/import.ts'
import type { RosterProblem, RosterRow } from '#shared/roster/preview.ts'

/*
 * What a file changes in today's roster. A line speaks of the member of the same name; among homonyms, of the one who has one of its
 * numbers; without the name, of the member who has one of its mobiles (a name changes with a marriage). A field that no
 * column speaks of stays what it is. A faulty line changes nothing, but its member is not gone.
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
  const claim = (row: ReadRow): ExistingMember | null => {
    const homonyms = (byName.get(keyOf(row)) ?? []).filter(({ id }) => unclaimed.has(id))
    const sameNumber = row.draft.phones
      .flatMap(({ e164 }) => byMobile.get(e164) ?? [])
      .map(({ member }) => member)
    const found =
      homonyms.find((member) => sharesNumber(member.phones, row.draft.phones)) ??
      homonyms[0] ??
      sameNumber.find(({ id }) => unclaimed.has(id)) ??
      null
    if (found !== null) unclaimed.delete(found.id)
    return found
  }
  const compared = markDoubles(rows).map((row) =>
    row.double ? asDouble(row.row) : compareRow(row.row, fields, claim(row.row)),
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
      return {
        row: withProblem(row, 'duplicate.member', `${row.draft.lastName} ${row.draft.firstName}`, twin),
        double: true,
      }
    }
    if (key !== '') people.set(key, [...namesakes, row])
    const taken = mobilesOf(row.draft).find((e164) => holders.has(e164))
    for (const e164 of mobilesOf(row.draft)) if (!holders.has(e164)) holders.set(e164, row)
    const holder = holders.get(taken ?? '')
    return {
      row: holder === undefined ? row : withProblem(row, 'duplicate.number', taken ?? null, holder),
      double: false,
    }
  })
}

function withProblem(
  row: ReadRow,
  code: 'duplicate.member' | 'duplicate.number',
  value: string | null,
  other: ReadRow,
): ReadRow {
  const problem: RosterProblem = { code, column: null, value, otherLine: other.line }
  return { ...row, member: null, problems: [...row.problems, problem] }
}

function asDouble({ line, problems }: ReadRow): RosterRow {
  return { line, member: null, problems, change: 'duplicate', existing: null }
}

function compareRow(row: ReadRow, fields: RosterMapping, existing: ExistingMember | null): RosterRow {
  const { line, problems } = row
  const id = existing?.id ?? null
  if (row.member === null) return { line, member: null, problems, change: null, existing: id }
  if (existing === null) return { line, member: row.member, problems, change: 'added', existing: null }
  const member = keepUnsaid(row.member, fields, existing)
  return { line, member, problems, change: isSame(member, existing) ? 'unchanged' : 'changed', existing: id }
}

/** The file's word where it has a column, today's elsewhere. */
function keepUnsaid(member: ImportedMember, fields: RosterMapping, existing: ExistingMember): ImportedMember {
  const { id: _, ...today } = existing
  const unsaid = Object.entries(today).filter(([field]) => !isSaid(field, fields))
  return { ...member, ...Object.fromEntries(unsaid) }
}

function isSaid(field: string, fields: RosterMapping): boolean {
  if (field === 'phones') return fields.some((column) => column !== null && phoneFields.has(column))
  if (field === 'lastName' || field === 'firstName') return true
  return fields.some((column) => column === field)
}

function isSame(member: ImportedMember, existing: ExistingMember): boolean {
  const { id: _, ...today } = existing
  const compared: Readonly<Record<string, unknown>> = member
  return Object.entries(today).every(
    ([field, value]) => JSON.stringify(compared[field]) === JSON.stringify(value),
  )
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
