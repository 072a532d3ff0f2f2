import type { MemberId } from '#shared/lib/id.ts'
import type { ImportedMember } from '#shared/roster/member.ts'
import type { RosterPreview } from '#shared/roster/preview.ts'
import { joinMember } from '#shared/roster/select.ts'
import type { Roster } from '#shared/roster/state.ts'

/** A line of the file beside the member, as they are now, that it would change. */
export type TouchedRow = Readonly<{ line: number; before: ImportedMember; after: ImportedMember }>

/** Who was taken out or erased meanwhile is left out: the server refuses the whole, and the file is read again. */
export function touchedRows(
  { rows }: RosterPreview,
  roster: Roster,
  change: 'changed' | 'renamed',
): readonly TouchedRow[] {
  return rows.flatMap((row) => {
    const today = row.change === change ? roster.members[row.existing as MemberId] : undefined
    const before = today === undefined ? null : joinMember(today)
    return before === null || row.member === null ? [] : [{ line: row.line, before, after: row.member }]
  })
}
