import { importWords } from '#client/roster/import-words.ts'
import { words } from '#client/roster/words.ts'
import { useWords } from '#client/lib/words.ts'
import type { Column } from '#client/ui/DataTable.tsx'
import { LongTable } from '#client/ui/LongTable.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import type { Tone } from '#client/ui/tone.ts'
import type { RosterPreview, RosterProblem } from '#shared/roster/preview.ts'

type Row = RosterProblem & Readonly<{ line: number; name: string | null; key: string }>

/** What keeps lines out, then remarks on those taken: by line, person and column, in words. */
export function ImportProblems({ preview }: Readonly<{ preview: RosterPreview }>) {
  const said = useWords(words)
  const out = preview.rows.filter(({ member }) => member === null)
  const taken = preview.rows.filter(({ member }) => member !== null)
  return (
    <>
      <ProblemTable title={said.problems} rows={out} tone="danger" />
      <ProblemTable title={said.remarks} rows={taken} tone="warning" />
    </>
  )
}

type ProblemTableProps = Readonly<{ title: string; rows: RosterPreview['rows']; tone: Tone }>

function ProblemTable({ title, rows, tone }: ProblemTableProps) {
  const said = useWords(words)
  const { problems: sentences } = useWords(importWords)
  const problems: readonly Row[] = rows.flatMap(({ line, name, problems: found }) =>
    found.map((problem) => ({ ...problem, line, name, key: `${line} ${problem.code} ${problem.column}` })),
  )
  if (problems.length === 0) return null
  const line: Column<Row> = {
    id: 'line',
    header: said.line,
    cell: (row) => row.line,
    align: 'end',
    width: 'shrink',
  }
  const rest: readonly Column<Row>[] = [
    { id: 'person', header: said.person, cell: ({ name }) => name ?? said.nobody },
    {
      id: 'column',
      header: said.columnHead,
      cell: ({ column }) => column ?? said.wholeLine,
      width: 'shrink',
      show: 'wide',
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
    <Panel title={title} aside={problems.length} padding="flush">
      <LongTable
        label={title}
        columns={[line, ...rest]}
        rows={problems}
        rowKey={({ key }) => key}
        rowTone={() => tone}
        empty={null}
      />
    </Panel>
  )
}
