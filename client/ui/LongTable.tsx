import { useState, type ComponentProps } from 'react'
import { useWords } from '#client/lib/words.ts'
import { Button } from '#client/ui/Button.tsx'
import { DataTable } from '#client/ui/DataTable.tsx'
import { words } from '#client/ui/words.ts'

/** What is read at a glance, and drawn without anybody waiting. */
const shownFirst = 50

/** A table that may have thousands of rows: the first ones, then as many again with each press. */
export function LongTable<Row>({ rows, ...table }: ComponentProps<typeof DataTable<Row>>) {
  const said = useWords(words)
  const [most, setMost] = useState(shownFirst)
  const left = rows.length - most
  return (
    <>
      <DataTable {...table} rows={rows.slice(0, most)} />
      {left <= 0 ? null : (
        <p>
          {said.shownOf(most, rows.length)}{' '}
          <Button kind="tertiary" size="small" onClick={() => setMost(most * 2)}>
            {said.showNext(Math.min(most, left))}
          </Button>
        </p>
      )}
    </>
  )
}
