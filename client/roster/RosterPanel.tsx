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
import { TextField } from '#client/ui/TextField.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
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
    <Screen title={said.title} actions={mayKeep ? <Actions onOpen={setOpen} /> : undefined}>
      <Members roster={roster} onOpen={mayKeep ? (id) => setOpen({ is: 'member', id }) : undefined} />
      {open.is === 'add' ? <MemberDialog member={null} onClose={close} /> : null}
      {open.is === 'member' ? (
        <MemberDialog key={open.id} member={[open.id, roster.members[open.id]]} onClose={close} />
      ) : null}
    </Screen>
  )
}

type MembersProps = Readonly<{ roster: Roster; onOpen: ((id: MemberId) => void) | undefined }>

function Members({ roster, onOpen }: MembersProps) {
  const said = useWords(words)
  const [query, setQuery] = useState('')
  const all = membersInCallOrder(roster)
  const shown = query.trim() === '' ? all : searchMembers(roster, query)
  if (all.length === 0) {
    return (
      <EmptyState title={said.emptyTitle} icon="team">
        {onOpen === undefined ? said.emptyReader : said.emptyTeaches}
      </EmptyState>
    )
  }
  return (
    <>
      <div className="roster-bar">
        <TextField
          label={said.find}
          presence="optional"
          placeholder={said.findHint}
          type="search"
          value={query}
          onChange={setQuery}
          maxLength={60}
        />
        <Counts shown={shown.length} all={all.length} lastImportAt={roster.lastImport?.at ?? null} />
      </div>
      <RosterTable members={shown} onOpen={onOpen} />
    </>
  )
}

function Actions({ onOpen }: Readonly<{ onOpen: (open: Open) => void }>) {
  const said = useWords(words)
  return (
    <>
      <Button icon="upload" keys="i" onClick={() => onOpen({ is: 'import' })}>
        {said.import}
      </Button>
      <Button kind="secondary" icon="add" keys="a" onClick={() => onOpen({ is: 'add' })}>
        {said.add}
      </Button>
    </>
  )
}

type CountsProps = Readonly<{ shown: number; all: number; lastImportAt: number | null }>

function Counts({ shown, all, lastImportAt }: CountsProps) {
  const said = useWords(words)
  const format = useFormat()
  const now = useNow(15_000)
  const count = shown === all ? said.count(all) : said.found(shown, all)
  return (
    <p className="roster-bar__count" aria-live="polite">
      {lastImportAt === null ? count : `${count} · ${said.lastImport(format.relative(lastImportAt, now))}`}
    </p>
  )
}
