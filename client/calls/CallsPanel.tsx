import { useEffect } from 'react'
import { Callbacks } from '#client/calls/Callbacks.tsx'
import { Drafts } from '#client/calls/Drafts.tsx'
import { activeDraft, openDesk, useDesk } from '#client/calls/drafts.ts'
import { LastCalls } from '#client/calls/LastCalls.tsx'
import { PrintBlank } from '#client/calls/PrintBlank.tsx'
import { SheetForm } from '#client/calls/SheetForm.tsx'
import { words } from '#client/calls/words.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useMay } from '#client/sync/use-may.ts'
import { TalkingPointsAside } from '#client/talkingpoints/TalkingPointsAside.tsx'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { Screen } from '#client/ui/Screen.tsx'
import '#client/calls/calls.css'

/** The call desk: the sheet on the left, what helps and what waits on the right. */
export function CallsPanel() {
  const said = useWords(words)
  const { isLoaded, person, followed } = useConsole((view) => ({
    isLoaded: view.isLoaded,
    person: view.you?.person ?? null,
    followed: view.crisis === null ? null : view.followed,
  }))
  const may = useMay()
  const desk = useDesk()
  useEffect(() => {
    if (person !== null && followed !== null) void openDesk(person, followed)
  }, [person, followed])

  if (isLoaded && followed === null) {
    return (
      <Screen title={said.title} actions={<PrintBlank />}>
        <EmptyState title={said.noCrisis} icon="headphone">
          {said.noCrisisHint}
        </EmptyState>
      </Screen>
    )
  }
  const draft = desk === null || desk.person !== person || desk.crisis !== followed ? null : activeDraft(desk)
  return (
    <Screen title={said.title} actions={<PrintBlank />}>
      {draft === null || desk === null ? (
        <LoadingState />
      ) : (
        <div className="calls">
          {may('calls.log') || may('calls.raiseUrgent') ? (
            <div className="calls__sheet">
              <SheetForm key={draft.id} draft={draft} />
            </div>
          ) : null}
          <div className="calls__aside">
            <Drafts desk={desk} />
            <TalkingPointsAside />
            <Callbacks />
            <LastCalls />
          </div>
        </div>
      )}
    </Screen>
  )
}
