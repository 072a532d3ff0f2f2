import { FieldChanges } from '#client/roster/FieldChanges.tsx'
import { usePersonNames } from '#client/roster/person-name.ts'
import { touchedRows, type TouchedRow } from '#client/roster/touched-rows.ts'
import { TouchedTable } from '#client/roster/TouchedTable.tsx'
import { words } from '#client/roster/words.ts'
import { useWords } from '#client/lib/words.ts'
import { Segmented } from '#client/ui/Segmented.tsx'
import { formatPhone } from '#shared/lib/phone.ts'
import { changedFields } from '#shared/roster/changed-fields.ts'
import type { RosterPreview } from '#shared/roster/preview.ts'
import type { Roster } from '#shared/roster/state.ts'

type ImportRenamesProps = Readonly<{
  roster: Roster
  preview: RosterPreview
  renames: boolean
  onChange: (renames: boolean) => void
}>

/** A known number under another person's name: a marriage, or somebody overwritten. It waits for a word. */
export function ImportRenames({ roster, preview, renames, onChange }: ImportRenamesProps) {
  const said = useWords(words)
  const names = usePersonNames(roster)
  const rows = touchedRows(preview, roster, 'renamed')
  if (rows.length === 0) return null
  return (
    <TouchedTable
      title={said.renamedTitle(rows.length)}
      rows={rows}
      columns={[
        {
          id: 'person',
          header: said.person,
          cell: ({ before, after }) => said.wouldBecome(names.sorted(before), names.sorted(after)),
        },
        { id: 'number', header: said.sameNumber, cell: sharedNumbers, width: 'shrink', show: 'wide' },
        { id: 'changes', header: said.changesToo, cell: showOtherChanges },
      ]}
      rowTone="warning"
      aside={
        <Segmented
          label={said.renamedChoice}
          naming="spoken"
          value={renames ? 'take' : 'leave'}
          onChange={(choice) => onChange(choice === 'take')}
          options={[
            { value: 'leave', label: said.renamedLeave },
            { value: 'take', label: said.renamedTake },
          ]}
        />
      }
    >
      <p>{said.renamedTeaches}</p>
    </TouchedTable>
  )
}

function sharedNumbers({ before, after }: TouchedRow): string {
  const said = new Set(after.phones.map(({ e164 }) => e164))
  return before.phones
    .filter(({ e164 }) => said.has(e164))
    .map(({ e164 }) => formatPhone(e164))
    .join(', ')
}

function showOtherChanges(row: TouchedRow) {
  const fields = changedFields(row.before, row.after)
  return (
    <FieldChanges
      row={row}
      fields={fields.filter((field) => field !== 'lastName' && field !== 'firstName')}
    />
  )
}
