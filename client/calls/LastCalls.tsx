import { useState } from 'react'
import { PendingRow, type PendingSheet } from '#client/calls/PendingRow.tsx'
import { SheetDialog } from '#client/calls/SheetDialog.tsx'
import { SheetRow } from '#client/calls/SheetRow.tsx'
import { words } from '#client/calls/room-words.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useOutbox } from '#client/sync/use-submit.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Panel } from '#client/ui/Panel.tsx'
import { VirtualList } from '#client/ui/VirtualList.tsx'
import { lastSheets } from '#shared/calls/select.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { SheetId } from '#shared/lib/id.ts'

type Row = Readonly<{ kind: 'sheet'; sheet: Sheet }> | Readonly<{ kind: 'pending'; item: PendingSheet }>

/** What the room logged last, with what this console still has to send on top. */
export function LastCalls() {
  const said = useWords(words)
  const sheets = useConsole(({ crisis }) => (crisis === null ? [] : lastSheets(crisis.calls)))
  const pending = usePendingSheets()
  const [opened, setOpened] = useState<SheetId | null>(null)
  const known = new Set(sheets.map(({ id }) => String(id)))
  const rows: readonly Row[] = [
    ...pending
      .filter(({ envelope }) => !known.has(envelope.id))
      .map((item) => ({ kind: 'pending' as const, item })),
    ...sheets.map((sheet) => ({ kind: 'sheet' as const, sheet })),
  ]
  const open = sheets.find(({ id }) => id === opened)
  return (
    <Panel title={said.lastCalls} padding="flush">
      <div className="calls__last">
        <VirtualList
          label={said.lastCalls}
          items={rows}
          itemKey={(row) => (row.kind === 'sheet' ? row.sheet.id : row.item.envelope.id)}
          empty={<EmptyState title={said.noCalls}>{said.noCallsHint}</EmptyState>}
        >
          {(row) =>
            row.kind === 'sheet' ? (
              <SheetRow sheet={row.sheet} onOpen={() => setOpened(row.sheet.id)} />
            ) : (
              <PendingRow item={row.item} />
            )
          }
        </VirtualList>
      </div>
      {open === undefined ? null : <SheetDialog sheet={open} onClose={() => setOpened(null)} />}
    </Panel>
  )
}

function usePendingSheets(): readonly PendingSheet[] {
  const { person, followed } = useConsole(({ you, followed }) => ({ person: you?.person ?? null, followed }))
  return useOutbox()
    .filter(
      (item): item is PendingSheet =>
        item.person === person &&
        item.envelope.crisis === followed &&
        item.envelope.command.type === 'calls.log',
    )
    .toReversed()
}
