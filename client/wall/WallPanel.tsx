import { useNavigate } from '@tanstack/react-router'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { Connection } from '#client/shell/Connection.tsx'
import { useShell } from '#client/shell/use-shell.ts'
import { CallsSummary } from '#client/situation/CallsSummary.tsx'
import { CoverageSummary } from '#client/situation/CoverageSummary.tsx'
import { MessagesSummary } from '#client/situation/MessagesSummary.tsx'
import { useConsole } from '#client/sync/use-console.ts'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { timeAxis } from '#client/ui/time-axis.ts'
import { TimeScale } from '#client/ui/TimeStrip.tsx'
import { useKeys } from '#client/ui/use-keys.ts'
import { useDarkRoom } from '#client/wall/use-dark-room.ts'
import { WallHead, WallLine, WallTime } from '#client/wall/WallHead.tsx'
import { words } from '#client/wall/words.ts'
import { openUrgents } from '#shared/calls/select.ts'
import type { Crisis } from '#shared/state.ts'
import '#client/wall/wall.css'

/** The room's wall: the three questions of the Situation read at five metres, nothing to press. */
export function WallPanel() {
  const said = useWords(words)
  const navigate = useNavigate()
  const { crisis, isLoaded } = useConsole((view) => ({ crisis: view.crisis, isLoaded: view.isLoaded }))
  useDarkRoom()
  useKeys({ Escape: { label: said.leave, run: () => void navigate({ to: '/situation' }) } })
  return (
    <div className="wall">
      {!isLoaded ? <Loading /> : crisis === null ? <NoCrisis /> : <Running crisis={crisis} />}
    </div>
  )
}

/** Nothing is said of the room before it is known: "no crisis" is an answer. */
function Loading() {
  const said = useWords(words)
  return (
    <>
      <h1 className="fr-sr-only">{said.title}</h1>
      <div className="wall__none">
        <LoadingState />
      </div>
    </>
  )
}

function NoCrisis() {
  const said = useWords(words)
  return <h1 className="wall__none">{said.noCrisis}</h1>
}

function Running({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words)
  const now = useNow(15_000)
  const { activation, calls } = crisis
  const axis = timeAxis(activation.t0, activation.closed?.at ?? now)
  const isEmergency = openUrgents(calls).length > 0
  return (
    <>
      <h1 className="fr-sr-only">{said.title}</h1>
      {/* The shell's bars, across the whole width, are the head then. */}
      {isEmergency ? null : <WallHead activation={activation} />}
      <div className="wall__answers">
        <CoverageSummary crisis={crisis} axis={axis} isFar />
        <CallsSummary calls={calls} axis={axis} />
        <MessagesSummary crisis={crisis} axis={axis} isFar />
      </div>
      <footer className="wall__foot">
        <div className="wall__brief">
          <Live />
          {isEmergency ? <Brief crisis={crisis} /> : null}
        </div>
        <TimeScale axis={axis} />
      </footer>
    </>
  )
}

function Brief({ crisis: { activation } }: Readonly<{ crisis: Crisis }>) {
  return (
    <>
      <p className="wall__title">{activation.title}</p>
      <WallTime activation={activation} />
      <WallLine activation={activation} />
    </>
  )
}

function Live() {
  const { connection } = useShell()
  return <Connection state={connection} pending={0} />
}
