import { FieldChanges } from '#client/roster/FieldChanges.tsx'
import { usePersonNames } from '#client/roster/person-name.ts'
import { touchedRows, type TouchedRow } from '#client/roster/touched-rows.ts'
import { words } from '#client/roster/words.ts'
import { useWords } from '#client/lib/words.ts'
import type { Column } from '#client/ui/DataTable.tsx'
import { LongTable } from '#client/ui/LongTable.tsx'
import { Panel } from '#client/ui/Panel.tsx'
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
  const line: Column<TouchedRow> = {
    id: 'line',
    header: said.line,
    cell: (row) => row.line,
    align: 'end',
    width: 'shrink',
  }
  const rest: readonly Column<TouchedRow>[] = [
    { id: 'person', header: said.person, cell: ({ before }) => names.sorted(before) },
    { id: 'changes', header: said.changes, cell: showChanges },
  ]
  const title = said.changedTitle(rows.length)
  return (
    <Panel title={title} padding="flush">
      <LongTable
        label={title}
        columns={[line, ...rest]}
        rows={rows}
        rowKey={(row) => String(row.line)}
        empty={null}
      />
    </Panel>
  )
}

function showChanges(row: TouchedRow) {
  return <FieldChanges row={row} fields={changedFields(row.before, row.after)} />
}
