import { CallsSummary } from '#client/situation/CallsSummary.tsx'
import { CoverageSummary } from '#client/situation/CoverageSummary.tsx'
import { Feed } from '#client/situation/Feed.tsx'
import { MessagesSummary } from '#client/situation/MessagesSummary.tsx'
import { NoCrisis } from '#client/situation/NoCrisis.tsx'
import { words } from '#client/situation/words.ts'
import { TrustNotice } from '#client/access/TrustNotice.tsx'
import { Conduct, Standing } from '#client/activation/Conduct.tsx'
import { Checklists } from '#client/checklists/Checklists.tsx'
import { useNow } from '#client/lib/clock.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { Screen } from '#client/ui/Screen.tsx'
import { timeAxis } from '#client/ui/time-axis.ts'
import { TimeScale } from '#client/ui/TimeStrip.tsx'
import type { Crisis } from '#shared/state.ts'
import '#client/situation/situation.css'

/** Everyone's first screen: three questions on one time axis, what is left to do, what has just happened. */
export function SituationPanel() {
  const said = useWords(words)
  const { crisis, isLoaded } = useConsole((view) => ({ crisis: view.crisis, isLoaded: view.isLoaded }))
  if (!isLoaded) {
    return (
      <Screen title={said.title}>
        <LoadingState />
      </Screen>
    )
  }
  return crisis === null ? <NoCrisis /> : <Running crisis={crisis} />
}

function Running({ crisis }: Readonly<{ crisis: Crisis }>) {
  const said = useWords(words)
  const now = useNow(15_000)
  const { t0, closed } = crisis.activation
  const axis = timeAxis(t0, closed?.at ?? now)
  return (
    <Screen title={said.title} standing={<Standing crisis={crisis} />} actions={<Conduct crisis={crisis} />}>
      <TrustNotice />
      <div className="situation__answers">
        <CoverageSummary crisis={crisis} axis={axis} />
        <CallsSummary calls={crisis.calls} axis={axis} />
        <MessagesSummary crisis={crisis} axis={axis} />
        <TimeScale axis={axis} />
      </div>
      <div className="situation__lower">
        <Checklists checklists={crisis.checklists} />
        <Feed recent={crisis.journal.recent} />
      </div>
    </Screen>
  )
}
