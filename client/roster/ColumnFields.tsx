import type { Said } from '#client/roster/said.ts'
import { importWords } from '#client/roster/import-words.ts'
import { words } from '#client/roster/words.ts'
import { useWords } from '#client/lib/words.ts'
import { Panel } from '#client/ui/Panel.tsx'
import { SelectField } from '#client/ui/SelectField.tsx'
import { rosterEncodings, rosterFields, type RosterField } from '#shared/roster/import.ts'
import type { RosterPreview } from '#shared/roster/preview.ts'

type ColumnFieldsProps = Readonly<{ preview: RosterPreview; onAdjust: (change: Partial<Said>) => void }>

/** How the file was understood; each guess can be corrected, and the file is read again at once. */
export function ColumnFields({ preview, onAdjust }: ColumnFieldsProps) {
  const said = useWords(words)
  const { fields } = useWords(importWords)
  const { columns, encoding, separator, headerLine } = preview
  const options: readonly { value: RosterField | 'ignored'; label: string }[] = [
    { value: 'ignored', label: said.ignored },
    ...rosterFields.map((field) => ({ value: field, label: fields[field] })),
  ]
  const change = (place: number, field: RosterField | 'ignored') =>
    onAdjust({
      mapping: columns.map((column, at) =>
        at === place ? (field === 'ignored' ? null : field) : column.field,
      ),
    })
  return (
    <Panel
      title={said.understood}
      aside={`${said.separator} : ${said.separators[separator]} · ${said.headers} : ${said.headerLine(headerLine)}`}
    >
      <div className="ui-fields">
        <SelectField
          label={said.encoding}
          value={encoding}
          onChange={(chosen) => onAdjust({ encoding: chosen })}
          options={rosterEncodings.map((value) => ({ value, label: value }))}
        />
        {columns.map(({ header, field }, place) => (
          <SelectField
            // Two columns may bear one header: the place is what tells them apart.
            // oxlint-disable-next-line react/no-array-index-key
            key={place}
            label={said.column(header)}
            value={field ?? 'ignored'}
            onChange={(chosen) => change(place, chosen)}
            options={options}
          />
        ))}
      </div>
    </Panel>
  )
}
