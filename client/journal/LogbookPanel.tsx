import { useEffect, useState } from 'react'
import { LogFilters } from '#client/journal/LogFilters.tsx'
import { LogList } from '#client/journal/LogList.tsx'
import { noFilter } from '#client/journal/log-lines.ts'
import { NoteBox } from '#client/journal/NoteBox.tsx'
import { PrintedLogbook } from '#client/journal/PrintedLogbook.tsx'
import { useReadMarker } from '#client/journal/read-marker.ts'
import { useLogbook } from '#client/journal/use-logbook.ts'
import { usePrintout } from '#client/journal/use-printout.ts'
import { words } from '#client/journal/words.ts'
import { now } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { announce } from '#client/ui/announce.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { LinkButton } from '#client/ui/LinkButton.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { OneZone } from '#client/ui/OneZone.tsx'
import { Screen } from '#client/ui/Screen.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { usePrinter } from '#client/ui/use-printer.tsx'
import { ZoneBody } from '#client/ui/ZoneParts.tsx'
import type { Activation } from '#shared/activation/state.ts'
import type { LogLine } from '#shared/register/queries.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import '#client/journal/logbook.css'

/** The main courante: what happened, live; what happens outside the console is typed below. */
export function LogbookPanel() {
  const said = useWords(words)
  const crisis = useConsole((view) => view.followed)
  const activation = useConsole((view) => view.crisis?.activation ?? null)
  const isLoaded = useConsole((view) => view.isLoaded)
  if (crisis !== null && activation !== null)
    return <Logbook key={crisis} crisis={crisis} activation={activation} />
  return (
    <Screen title={said.title}>
      {isLoaded ? (
        <EmptyState title={said.noCrisis} icon="book">
          {said.noCrisisWords}
        </EmptyState>
      ) : (
        <LoadingState />
      )}
    </Screen>
  )
}

function Logbook({ crisis, activation }: Readonly<{ crisis: CrisisId; activation: Activation }>) {
  const said = useWords(words)
  const may = useMay()
  const person = useConsole(({ you }) => you?.person ?? '')
  const [filter, setFilter] = useState(noFilter)
  const logbook = useLogbook(filter)
  const [marker, markRead] = useReadMarker(crisis)
  const printed = (lines: readonly LogLine[], isWhole: boolean) => (
    <PrintedLogbook activation={activation} lines={lines} at={now()} isWhole={isWhole} />
  )
  const printer = usePrinter(() => printed(logbook.rows.toReversed(), logbook.more === null))
  const { printout, read: print } = usePrintout(crisis, (lines) => printer.print(printed(lines, true)))
  const newest = logbook.rows[0]?.seq ?? 0
  const mark = () => {
    markRead(newest)
    announce(said.markedRead, 'polite')
  }
  useKeys({
    m: { label: said.markRead, run: mark },
    // The browser's own prints the lines that are at hand.
    '$mod+p': { label: said.print, run: print, whileTyping: 'fires' },
  })
  useEffect(() => {
    if (printout.status === 'failed') announce(said.printFailed, 'assertive')
  }, [printout, said])

  return (
    <OneZone title={said.title}>
      <LogFilters
        filter={filter}
        onChange={setFilter}
        actions={
          <>
            <Button kind="tertiary" icon="check" keys="m" onClick={mark}>
              {said.markRead}
            </Button>
            <Button kind="tertiary" icon="printer" keys="$mod+p" onClick={print}>
              {printout.status === 'reading' ? said.preparing(printout.count) : said.print}
            </Button>
            <LinkButton
              kind="tertiary"
              icon="download"
              href={`/api/register/logbook.csv?crisis=${crisis}&person=${person}`}
            >
              {said.download}
            </LinkButton>
          </>
        }
      />
      {logbook.indexing === null ? null : (
        <Callout tone="info" title={said.indexing(logbook.indexing.done, logbook.indexing.total)} />
      )}
      {printout.status === 'failed' ? <Callout tone="danger" title={said.printFailed} /> : null}
      <ZoneBody padding="flush">
        <LogList
          logbook={logbook}
          read={marker}
          mayStrike={may('journal.strike')}
          onClear={filter === noFilter ? null : () => setFilter(noFilter)}
        />
      </ZoneBody>
      {may('journal.note') ? <NoteBox crisis={crisis} /> : null}
      {printer.page}
    </OneZone>
  )
}
