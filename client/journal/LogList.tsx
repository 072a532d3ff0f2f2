import { useEffect, useState, type ComponentProps } from 'react'
import { LogRow } from '#client/journal/LogRow.tsx'
import { StrikeDialog } from '#client/journal/StrikeDialog.tsx'
import { words } from '#client/journal/words.ts'
import { useApiWords } from '#client/lib/api-words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useWords } from '#client/lib/words.ts'
import type { Pages } from '#client/register/use-pages.ts'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { ErrorState } from '#client/ui/ErrorState.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { VirtualList } from '#client/ui/VirtualList.tsx'
import type { LogLine } from '#shared/register/queries.ts'

type LogListProps = Readonly<{
  logbook: Pages<LogLine>
  /** The last line read ("jusqu'ici"); null before anything was marked. */
  read: number | null
  mayStrike: boolean
  /** Takes the filter away; null when there is none. */
  onClear: (() => void) | null
}>

type Item =
  | Readonly<{ kind: 'line'; key: string; line: LogLine }>
  | Readonly<{ kind: 'read'; key: string }>
  | Readonly<{ kind: 'day'; key: string; day: string }>
  | Readonly<{ kind: 'older' | 'unread'; key: string }>

/** The lines, newest first, with the mark of what was read and older pages as one comes near them. */
export function LogList({ mayStrike, ...list }: LogListProps) {
  // Outside the lines, which are read anew while the question stands.
  const [striking, setStriking] = useState<LogLine | null>(null)
  return (
    <>
      <Lines {...list} onStrike={mayStrike ? setStriking : null} />
      {striking === null ? null : <StrikeDialog line={striking} onClose={() => setStriking(null)} />}
    </>
  )
}

type LinesProps = Omit<LogListProps, 'mayStrike'> & Pick<ComponentProps<typeof LogRow>, 'onStrike'>

function Lines({ logbook, read, onStrike, onClear }: LinesProps) {
  const said = useWords(words)
  const explain = useApiWords()
  const format = useFormat()
  const { rows, status, error, more, refresh } = logbook
  if (rows.length === 0 && status === 'loading') return <LoadingState />
  if (rows.length === 0 && status === 'failed') {
    return (
      <ErrorState title={said.failed} onRetry={refresh}>
        {explain(error)}
      </ErrorState>
    )
  }
  return (
    <VirtualList
      label={said.list}
      items={itemsOf(rows, {
        read,
        end: more !== null ? 'older' : status === 'failed' ? 'unread' : null,
        dayOf: (at) => format.instant(at, 'date'),
      })}
      itemKey={({ key }) => key}
      rowHeight={40}
      empty={<Nothing onClear={onClear} />}
    >
      {(item) => {
        if (item.kind === 'line') {
          return <LogRow line={item.line} onStrike={onStrike} />
        }
        if (item.kind === 'day') return <p className="logbook__day">{item.day}</p>
        if (item.kind === 'read') return <p className="logbook__read">{said.untilHere}</p>
        return item.kind === 'older' ? <Older more={more} /> : <Unread onRetry={refresh} />
      }}
    </VirtualList>
  )
}

type Shown = Readonly<{
  read: number | null
  /** What stands below the last line: older pages to ask for, or older lines that could not be had. */
  end: 'older' | 'unread' | null
  dayOf: (at: number) => string
}>

function itemsOf(rows: readonly LogLine[], { read, end, dayOf }: Shown): readonly Item[] {
  const items = rows.flatMap((line, n): readonly Item[] => {
    const before = rows[n - 1]
    const item: Item = { kind: 'line', key: String(line.seq), line }
    // Above the first line there is nothing unread, and no other day, to set apart.
    if (before === undefined) return [item]
    const isFirstRead = read !== null && line.seq <= read && before.seq > read
    const mark: readonly Item[] = isFirstRead ? [{ kind: 'read', key: `read-${read}` }] : []
    const day = dayOf(line.at)
    const isOtherDay = day !== dayOf(before.at)
    return [...mark, ...(isOtherDay ? [{ kind: 'day' as const, key: day, day }] : []), item]
  })
  return end === null ? items : [...items, { kind: end, key: `${end}-${rows.at(-1)?.seq}` }]
}

/** Asks for the next page as soon as it comes near the screen; the button is for when that failed. */
function Older({ more }: Readonly<{ more: (() => void) | null }>) {
  const said = useWords(words)
  useEffect(() => more?.(), [more])
  return (
    <div className="logbook__older">
      <Button kind="tertiary" size="small" onClick={() => more?.()}>
        {said.older}
      </Button>
    </div>
  )
}

/** The live lines alone are not the whole log, and must not look like it. */
function Unread({ onRetry }: Readonly<{ onRetry: () => void }>) {
  const said = useWords(words)
  return (
    <p className="logbook__older">
      {said.unread}{' '}
      <Button kind="tertiary" size="small" onClick={onRetry}>
        {said.retry}
      </Button>
    </p>
  )
}

function Nothing({ onClear }: Readonly<{ onClear: (() => void) | null }>) {
  const said = useWords(words)
  if (onClear === null) {
    return (
      <EmptyState title={said.empty} icon="book">
        {said.emptyWords}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={said.notFound}
      icon="search"
      action={
        <Button kind="secondary" onClick={onClear}>
          {said.clear}
        </Button>
      }
    >
      {said.notFoundWords}
    </EmptyState>
  )
}
