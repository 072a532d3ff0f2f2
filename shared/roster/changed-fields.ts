import { ImportedMember } from '#shared/roster/member.ts'

const fields = ImportedMember.keyof().options
export type MemberField = (typeof fields)[number]

/** What a line of a file says otherwise than today, in the order in which a member is written. What is not known today is not compared. */
export function changedFields(today: Partial<ImportedMember>, next: ImportedMember): readonly MemberField[] {
  return fields.filter(
    (field) => field in today && JSON.stringify(today[field]) !== JSON.stringify(next[field]),
  )
}
