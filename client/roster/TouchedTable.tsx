import type { ReactNode } from 'react'
import type { TouchedRow } from '#client/roster/touched-rows.ts'
import { words } from '#client/roster/words.ts'
import { useWords } from '#client/lib/words.ts'
import type { Column } from '#client/ui/DataTable.tsx'
import { LongTable } from '#client/ui/LongTable.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import type { Tone } from '#client/ui/tone.ts'

type TouchedTableProps = Readonly<{
  title: string
  rows: readonly TouchedRow[]
  /** After the file's line. */
  columns: readonly Column<TouchedRow>[]
  rowTone?: Tone | null
  aside?: ReactNode
  /** Above the table. */
  children?: ReactNode
}>

/** Members that an import touches, each by the line of the file that does it. */
export function TouchedTable({ title, rows, columns, rowTone = null, aside, children }: TouchedTableProps) {
  const said = useWords(words)
  const line: Column<TouchedRow> = {
    id: 'line',
    header: said.line,
    cell: (row) => row.line,
    align: 'end',
    width: 'shrink',
  }
  return (
    <Panel title={title} padding="flush" aside={aside}>
      {children}
      <LongTable
        label={title}
        columns={[line, ...columns]}
        rows={rows}
        rowKey={(row) => String(row.line)}
        rowTone={() => rowTone}
        empty={null}
      />
    </Panel>
  )
}
