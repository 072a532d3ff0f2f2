import { importWords } from '#client/roster/import-words.ts'
import { words } from '#client/roster/words.ts'
import { useWords } from '#client/lib/words.ts'
import { DataTable, type Column } from '#client/ui/DataTable.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { isBlocking } from '#shared/roster/import.ts'
import type { RosterPreview, RosterProblem } from '#shared/roster/preview.ts'

type Row = RosterProblem & Readonly<{ line: number; key: string }>

/** What keeps lines out, and remarks on those taken: by line and column, in words. */
export function ImportProblems({ preview }: Readonly<{ preview: RosterPreview }>) {
  const said = useWords(words)
  const { problems: sentences } = useWords(importWords)
  const rows: readonly Row[] = preview.rows.flatMap(({ line, problems }) =>
    problems.map((problem) => ({ ...problem, line, key: `${line} ${problem.code} ${problem.column}` })),
  )
  if (rows.length === 0) return null
  const line: Column<Row> = {
    id: 'line',
    header: said.line,
    cell: (row) => row.line,
    align: 'end',
    width: 'shrink',
  }
  const rest: readonly Column<Row>[] = [
    {
      id: 'column',
      header: said.columnHead,
      cell: ({ column }) => column ?? said.wholeLine,
      width: 'shrink',
    },
    { id: 'value', header: said.value, cell: ({ value }) => value, width: 'shrink', show: 'wide' },
    {
      id: 'problem',
      header: said.problem,
      cell: ({ code, otherLine }) =>
        otherLine === null ? sentences[code] : `${sentences[code]} ${said.otherLine(otherLine)}`,
    },
  ]
  return (
    <Panel title={said.problems} aside={rows.length} padding="flush">
      <DataTable
        label={said.problems}
        columns={[line, ...rest]}
        rows={rows}
        rowKey={({ key }) => key}
        rowTone={({ code }) => (isBlocking(code) ? 'danger' : 'warning')}
        empty={null}
      />
    </Panel>
  )
}
