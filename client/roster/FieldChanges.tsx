import { importWords } from '#client/roster/import-words.ts'
import type { TouchedRow } from '#client/roster/touched-rows.ts'
import { words } from '#client/roster/words.ts'
import { writtenDay } from '#client/roster/written-day.ts'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import { formatPhone } from '#shared/lib/phone.ts'
import type { MemberField } from '#shared/roster/changed-fields.ts'
import type { ImportedMember } from '#shared/roster/member.ts'

type FieldChangesProps = Readonly<{ row: TouchedRow; fields: readonly MemberField[] }>

/** "Service : DDT → SIDSIC", one line per field. */
export function FieldChanges({ row: { before, after }, fields }: FieldChangesProps) {
  const said = useWords(words)
  const { fields: names } = useWords(importWords)
  const written = useWritten()
  return (
    <ul>
      {fields.map((field) => (
        <li key={field}>
          {said.change(
            field === 'phones' ? said.phones : names[field],
            written(field, before),
            written(field, after),
          )}
        </li>
      ))}
    </ul>
  )
}

function useWritten() {
  const said = useWords(words)
  const format = useFormat()
  return (field: MemberField, member: ImportedMember): string => {
    if (field === 'phones')
      return member.phones.map(({ kind, e164 }) => `${said.kinds[kind]} ${formatPhone(e164)}`).join(', ')
    if (field === 'trainedOn') return member.trainedOn === null ? said.blank : writtenDay(member.trainedOn)
    const value = member[field]
    if (value === null || value === '') return said.blank
    if (typeof value === 'number') return format.number(value)
    return typeof value === 'string' ? value : value.join(', ') || said.blank
  }
}
