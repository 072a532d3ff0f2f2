import { useState } from 'react'
import { PendingRow } from '#client/calls/PendingRow.tsx'
import { PrintBlank } from '#client/calls/PrintBlank.tsx'
import { words } from '#client/calls/room-words.ts'
import { askFor, nothingLooked } from '#client/calls/search.ts'
import { SearchFields } from '#client/calls/SearchFields.tsx'
import { SearchResults } from '#client/calls/SearchResults.tsx'
import { SheetDialog } from '#client/calls/SheetDialog.tsx'
import { SheetRow } from '#client/calls/SheetRow.tsx'
import type { PendingSheet } from '#client/calls/take-back.ts'
import { usePendingSheets } from '#client/calls/use-pending-sheets.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { VirtualList } from '#client/ui/VirtualList.tsx'
import { ZoneFoot } from '#client/ui/ZoneParts.tsx'
import { findSheet, lastSheets } from '#shared/calls/select.ts'
import type { Sheet } from '#shared/calls/state.ts'

type LastCallsProps = Readonly<{
  searchKey: string
  /** Brings the search in sight. */
  onLook: () => void
}>

/** What the room logged last, or, once something is looked for, what was found among all sheets. */
export function LastCalls({ searchKey, onLook }: LastCallsProps) {
  const followed = useConsole((view) => view.followed)
  const [looked, setLooked] = useState(nothingLooked)
  const [opened, setOpened] = useState<Sheet | null>(null)
  const search = askFor(followed, looked)
  return (
    <>
      <SearchFields looked={looked} onChange={setLooked} searchKey={searchKey} onLook={onLook} />
      {search === null ? (
        <LiveCalls onOpen={setOpened} />
      ) : (
        <SearchResults search={search} onOpen={setOpened} />
      )}
      {opened === null ? null : <OpenedSheet sheet={opened} onClose={() => setOpened(null)} />}
      <ZoneFoot>
        <PrintBlank />
      </ZoneFoot>
    </>
  )
}

type Row = Readonly<{ kind: 'sheet'; sheet: Sheet }> | Readonly<{ kind: 'pending'; item: PendingSheet }>

/** The room's last calls, with what this console still has to send on top. */
function LiveCalls({ onOpen }: Readonly<{ onOpen: (sheet: Sheet) => void }>) {
  const said = useWords(words)
  const sheets = useConsole(({ crisis }) => (crisis === null ? [] : lastSheets(crisis.calls)))
  const pending = usePendingSheets()
  const rows: readonly Row[] = [
    ...pending.map((item) => ({ kind: 'pending' as const, item })),
    ...sheets.map((sheet) => ({ kind: 'sheet' as const, sheet })),
  ]
  return (
    <div className="calls__last">
      <VirtualList
        label={said.lastCalls}
        items={rows}
        rowHeight={57}
        itemKey={(row) => (row.kind === 'sheet' ? row.sheet.id : row.item.key)}
        empty={<EmptyState title={said.noCalls}>{said.noCallsHint}</EmptyState>}
      >
        {(row) =>
          row.kind === 'sheet' ? (
            <SheetRow sheet={row.sheet} onOpen={() => onOpen(row.sheet)} />
          ) : (
            <PendingRow item={row.item} />
          )
        }
      </VirtualList>
    </div>
  )
}

/** The sheet as it stands now, if the live state holds it: it may change while it is read. */
function OpenedSheet({ sheet, onClose }: Readonly<{ sheet: Sheet; onClose: () => void }>) {
  const live = useConsole(({ crisis }) => (crisis === null ? null : findSheet(crisis.calls, sheet.id)))
  return <SheetDialog sheet={live ?? sheet} onClose={onClose} />
}
