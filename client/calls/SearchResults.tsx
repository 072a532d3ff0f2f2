import { SheetRow } from '#client/calls/SheetRow.tsx'
import { words } from '#client/calls/room-words.ts'
import { useWords } from '#client/lib/words.ts'
import { useSheetSearch, type SheetSearch } from '#client/register/use-sheet-search.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { VirtualList } from '#client/ui/VirtualList.tsx'
import { findSheet } from '#shared/calls/select.ts'
import { noCalls, type Sheet } from '#shared/calls/state.ts'

type SearchResultsProps = Readonly<{ search: NonNullable<SheetSearch>; onOpen: (sheet: Sheet) => void }>

/** Every sheet that matches, newest first, from the register. */
export function SearchResults({ search, onOpen }: SearchResultsProps) {
  const said = useWords(words)
  const { rows, status, indexing, more, refresh } = useSheetSearch(search)
  const calls = useConsole(({ crisis }) => crisis?.calls ?? noCalls)
  if (status === 'failed') {
    const again = (
      <Button kind="secondary" size="small" icon="refresh" onClick={refresh}>
        {said.again}
      </Button>
    )
    return <Callout tone="warning" title={said.searchFailed} action={again} />
  }
  if (status === 'loading' && rows.length === 0) return <LoadingState />
  return (
    <>
      {indexing === null ? null : (
        <p className="ui-field__hint">{said.indexing(indexing.done, indexing.total)}</p>
      )}
      <div className="calls__last">
        <VirtualList
          label={said.results}
          // What has changed since the answer came is in the live state: a corrected sheet comes back to it.
          items={rows.map(({ sheet }) => findSheet(calls, sheet.id) ?? sheet)}
          rowHeight={57}
          itemKey={({ id }) => id}
          empty={<EmptyState title={said.nothingFound}>{said.nothingFoundHint}</EmptyState>}
        >
          {(sheet) => <SheetRow sheet={sheet} onOpen={() => onOpen(sheet)} />}
        </VirtualList>
      </div>
      {more === null ? null : (
        <Button kind="secondary" size="small" onClick={more}>
          {said.more}
        </Button>
      )}
    </>
  )
}
