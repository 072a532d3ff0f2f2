import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import '#client/callin/callin.css'
import { Arrivals } from '#client/callin/Arrivals.tsx'
import { Calling } from '#client/callin/Calling.tsx'
import { CoverageHeader } from '#client/callin/CoverageHeader.tsx'
import { PrintList } from '#client/callin/PrintList.tsx'
import { useCallin, type CallinDesk } from '#client/callin/use-callin.ts'
import { words } from '#client/callin/words.ts'
import { useWords } from '#client/lib/words.ts'
import { useRefusalWords } from '#client/refusals.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useHandling } from '#client/sync/use-presence.ts'
import { Button } from '#client/ui/Button.tsx'
import { Callout } from '#client/ui/Callout.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Kbd } from '#client/ui/Kbd.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { Screen } from '#client/ui/Screen.tsx'
import { Segmented } from '#client/ui/Segmented.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { heldBy } from '#shared/callin/select.ts'

/** Who is called, by whom, and who comes: the call-in by hand. */
export function CallinPanel() {
  const said = useWords(words)
  const isLoaded = useConsole((view) => view.isLoaded && (view.followed === null || view.crisis !== null))
  const desk = useCallin()
  if (!isLoaded) return <LoadingState />
  if (desk !== null) return <Desk desk={desk} />
  return (
    <Screen title={said.title}>
      <EmptyState title={said.noCrisis} icon="callIn">
        {said.noCrisisTeaches}
      </EmptyState>
    </Screen>
  )
}

type View = 'calling' | 'arrivals'

function Desk({ desk }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  const [view, setView] = useState<View>('calling')
  const held = heldBy(desk.crisis.callin, desk.you.person)
  useHandling(held === null ? null : `member:${held}`)
  // After the closure nobody is called: people leave.
  const isClosed = desk.crisis.activation.closed !== null
  if (Object.keys(desk.standing.roster.members).length === 0) {
    return (
      <Screen title={said.title}>
        <EmptyPool />
      </Screen>
    )
  }
  const above = (
    <>
      <CoverageHeader crisis={desk.crisis} standing={desk.standing}>
        {isClosed ? null : <ViewChoice view={view} onChoose={setView} />}
        <PrintList desk={desk} />
      </CoverageHeader>
      <Refused desk={desk} />
    </>
  )
  if (view === 'arrivals' || isClosed) return <Arrivals desk={desk} above={above} />
  return <Calling desk={desk} held={held} above={above} />
}

function ViewChoice({ view, onChoose }: Readonly<{ view: View; onChoose: (view: View) => void }>) {
  const said = useWords(words)
  const other = view === 'calling' ? 'arrivals' : 'calling'
  useKeys({ v: { label: said[other], run: () => onChoose(other) } })
  return (
    <div className="ui-line">
      <Segmented
        label={said.desks}
        naming="spoken"
        value={view}
        onChange={onChoose}
        options={[
          { value: 'calling', label: said.calling, icon: 'callIn' },
          { value: 'arrivals', label: said.arrivals, icon: 'team' },
        ]}
      />
      <Kbd keys="v" />
    </div>
  )
}

function EmptyPool() {
  const said = useWords(words)
  return (
    <EmptyState
      title={said.emptyPool}
      icon="team"
      action={
        <Link to="/vivier" className="fr-btn">
          {said.openPool}
        </Link>
      }
    >
      {said.emptyPoolTeaches}
    </EmptyState>
  )
}

function Refused({ desk: { refusal, dismiss } }: Readonly<{ desk: CallinDesk }>) {
  const said = useWords(words)
  const explain = useRefusalWords()
  if (refusal === null) return null
  return (
    <Callout
      tone="warning"
      title={explain(refusal)}
      action={
        <Button kind="tertiary" size="small" onClick={dismiss}>
          {said.dismiss}
        </Button>
      }
    />
  )
}
