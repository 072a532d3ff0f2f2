import { FieldChanges } from '#client/roster/FieldChanges.tsx'
import { usePersonNames } from '#client/roster/person-name.ts'
import { touchedRows, type TouchedRow } from '#client/roster/touched-rows.ts'
import { TouchedTable } from '#client/roster/TouchedTable.tsx'
import { words } from '#client/roster/words.ts'
import { useWords } from '#client/lib/words.ts'
import { changedFields } from '#shared/roster/changed-fields.ts'
import type { RosterPreview } from '#shared/roster/preview.ts'
import type { Roster } from '#shared/roster/state.ts'

type ImportChangesProps = Readonly<{ roster: Roster; preview: RosterPreview }>

/** Nobody is changed without being named, and what changes said. */
export function ImportChanges({ roster, preview }: ImportChangesProps) {
  const said = useWords(words)
  const names = usePersonNames(roster)
  const rows = touchedRows(preview, roster, 'changed')
  if (rows.length === 0) return null
  return (
    <TouchedTable
      title={said.changedTitle(rows.length)}
      rows={rows}
      columns={[
        { id: 'person', header: said.person, cell: ({ before }) => names.sorted(before) },
        { id: 'changes', header: said.changes, cell: showChanges },
      ]}
    />
  )
}

function showChanges(row: TouchedRow) {
  return <FieldChanges row={row} fields={changedFields(row.before, row.after)} />
}
