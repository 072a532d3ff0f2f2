import type { KeyboardEvent, ReactNode } from 'react'
import { classNames } from '#client/lib/class-names.ts'
import { nextFocus } from '#client/ui/next-focus.ts'
import type { Tone } from '#client/ui/tone.ts'

export type Column<Row> = Readonly<{
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** `end` for numbers. `shrink` takes no more width than its content, `grow` takes what is left. */
  align?: 'start' | 'end'
  width?: 'shrink' | 'grow'
  /** `wide`: hidden on a phone. */
  show?: 'always' | 'wide'
}>

type DataTableProps<Row> = Readonly<{
  /** What the table holds, read aloud before it. */
  label: string
  columns: readonly [Column<Row>, ...Column<Row>[]]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  rowTone?: (row: Row) => Tone | null
  /** Makes the first cell of each row a button; a press anywhere on the row does the same. Arrows go from row to row. */
  onOpen?: ((row: Row) => void) | undefined
  /** Shown instead of rows when there are none. */
  empty: ReactNode
}>

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, rowTone = () => null, onOpen, empty } = props
  if (rows.length === 0) return <>{empty}</>
  return (
    // A region that scrolls must be reachable by keyboard, hence `tabIndex`.
    <div className="ui-table" role="group" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={cellClass(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveBetweenRows}>
          {rows.map((row) => {
            const tone = rowTone(row)
            return (
              <tr
                key={rowKey(row)}
                className={classNames(
                  tone === null ? null : `ui-tone--${tone}`,
                  onOpen !== undefined && 'ui-table__open',
                )}
                onClick={onOpen === undefined ? undefined : () => onOpen(row)}
              >
                {columns.map((column, index) => (
                  <td key={column.id} className={cellClass(column)}>
                    {index === 0 && onOpen !== undefined ? (
                      <button type="button" className="ui-table__button">
                        {column.cell(row)}
                      </button>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function cellClass({
  align = 'start',
  width = 'grow',
  show = 'always',
}: Omit<Column<never>, 'cell'>): string {
  return classNames(
    align === 'end' && 'ui-table__end',
    width === 'shrink' && 'ui-table__shrink',
    show === 'wide' && 'ui-table__wide',
  )
}

function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.ui-table__button')]
  const to = nextFocus(event.key, buttons, document.activeElement)
  if (to === null || !buttons.some((button) => button === document.activeElement)) return
  event.preventDefault()
  to.focus()
}
