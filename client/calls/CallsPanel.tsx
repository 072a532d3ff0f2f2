import { useEffect } from 'react'
import { CallDesk } from '#client/calls/CallDesk.tsx'
import { activeDraft, openDesk, useDesk } from '#client/calls/drafts.ts'
import { PrintBlank } from '#client/calls/PrintBlank.tsx'
import { words } from '#client/calls/words.ts'
import { useWords } from '#client/lib/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { Screen } from '#client/ui/Screen.tsx'
import '#client/calls/calls.css'

/** The calls of the public: the desk of whoever is here, in the crisis that is followed. */
export function CallsPanel() {
  const said = useWords(words)
  const { isLoaded, person, followed } = useConsole((view) => ({
    isLoaded: view.isLoaded,
    person: view.you?.person ?? null,
    followed: view.crisis === null ? null : view.followed,
  }))
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
  if (desk === null || draft === null) {
    return (
      <Screen title={said.title}>
        <LoadingState />
      </Screen>
    )
  }
  return <CallDesk desk={desk} draft={draft} />
}
