import { useState } from 'react'
import '#client/roster/roster.css'
import { ImportFlow } from '#client/roster/ImportFlow.tsx'
import { MemberDialog } from '#client/roster/MemberDialog.tsx'
import { RosterTable } from '#client/roster/RosterTable.tsx'
import { words } from '#client/roster/words.ts'
import { useFormat } from '#client/lib/format.ts'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { Button } from '#client/ui/Button.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { Screen } from '#client/ui/Screen.tsx'
import { SearchField } from '#client/ui/SearchField.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { OneZone } from '#client/ui/OneZone.tsx'
import { ZoneActs, ZoneBody, ZoneHead } from '#client/ui/ZoneParts.tsx'
import type { MemberId } from '#shared/lib/id.ts'
import { membersInCallOrder, searchMembers } from '#shared/roster/select.ts'
import type { Roster } from '#shared/roster/state.ts'

type Open = Readonly<{ is: 'list' | 'import' | 'add' }> | Readonly<{ is: 'member'; id: MemberId }>

/** The pool: who may be called in, and how it is kept up to date. */
export function RosterPanel() {
  const said = useWords(words)
  const { isLoaded, roster } = useConsole((view) => ({
    isLoaded: view.isLoaded,
    roster: view.state.standing.roster,
  }))
  const [open, setOpen] = useState<Open>({ is: 'list' })
  const close = () => setOpen({ is: 'list' })
  const mayKeep = useMay()('roster.add')
  useKeys(
    mayKeep && open.is === 'list'
      ? {
          i: { label: said.import, run: () => setOpen({ is: 'import' }) },
          a: { label: said.add, run: () => setOpen({ is: 'add' }) },
        }
      : {},
  )
  // What is open stays while a state is loaded: the pool of before is there meanwhile, and so is what was typed.
  if (!isLoaded && open.is === 'list') return <LoadingState />
  if (open.is === 'import') return <ImportFlow roster={roster} onClose={close} />
  return (
    <>
      <Members roster={roster} onOpen={mayKeep ? setOpen : null} />
      {open.is === 'add' ? <MemberDialog member={null} onClose={close} /> : null}
      {open.is === 'member' ? (
        <MemberDialog key={open.id} member={[open.id, roster.members[open.id]]} onClose={close} />
      ) : null}
    </>
  )
}

type MembersProps = Readonly<{
  roster: Roster
  /** Null: this person reads the pool, and does not keep it. */
  onOpen: ((open: Open) => void) | null
}>

function Members({ roster, onOpen }: MembersProps) {
  const said = useWords(words)
  const [query, setQuery] = useState('')
  const all = membersInCallOrder(roster)
  const shown = query.trim() === '' ? all : searchMembers(roster, query)
  const actions = onOpen === null ? null : <Actions onOpen={onOpen} isEmpty={all.length === 0} />
  if (all.length === 0) {
    return (
      <Screen title={said.title}>
        <EmptyState title={said.emptyTitle} icon="team" action={actions}>
          {onOpen === null ? said.emptyReader : said.emptyTeaches}
        </EmptyState>
      </Screen>
    )
  }
  return (
    <OneZone title={said.title}>
      <ZoneHead title={said.title} shows="hidden">
        <SearchField
          keys="/"
          label={said.find}
          placeholder={said.findHint}
          value={query}
          onChange={setQuery}
        />
        <Counts shown={shown.length} all={all.length} lastImportAt={roster.lastImport?.at ?? null} />
        {actions}
      </ZoneHead>
      <ZoneBody padding="flush">
        <RosterTable
          members={shown}
          onOpen={onOpen === null ? undefined : (id) => onOpen({ is: 'member', id })}
        />
      </ZoneBody>
    </OneZone>
  )
}

type ActionsProps = Readonly<{ onOpen: (open: Open) => void; isEmpty: boolean }>

/** An empty pool asks for one thing. */
function Actions({ onOpen, isEmpty }: ActionsProps) {
  const said = useWords(words)
  return (
    <ZoneActs>
      <Button
        kind={isEmpty ? 'primary' : 'secondary'}
        icon="upload"
        keys="i"
        onClick={() => onOpen({ is: 'import' })}
      >
        {said.import}
      </Button>
      <Button kind="secondary" icon="add" keys="a" onClick={() => onOpen({ is: 'add' })}>
        {said.add}
      </Button>
    </ZoneActs>
  )
}

type CountsProps = Readonly<{ shown: number; all: number; lastImportAt: number | null }>

function Counts({ shown, all, lastImportAt }: CountsProps) {
  const said = useWords(words)
  const format = useFormat()
  const now = useNow(15_000)
  const count = shown === all ? said.count(all) : said.found(shown, all)
  return (
    <p className="roster-count ui-quiet" aria-live="polite">
      {lastImportAt === null ? count : `${count} · ${said.lastImport(format.relative(lastImportAt, now))}`}
    </p>
  )
}
