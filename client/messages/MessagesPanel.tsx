import { useWords } from '#client/lib/words.ts'
import { MessagesDesk } from '#client/messages/MessagesDesk.tsx'
import { words } from '#client/messages/words.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { LoadingState } from '#client/ui/LoadingState.tsx'
import { Screen } from '#client/ui/Screen.tsx'
import '#client/messages/messages.css'

export function MessagesPanel() {
  const said = useWords(words)
  const { crisis, isLoaded, me } = useConsole(({ crisis, isLoaded, you }) => ({
    crisis,
    isLoaded,
    me: you?.person ?? null,
  }))
  if (!isLoaded) {
    return (
      <Screen title={said.title}>
        <LoadingState />
      </Screen>
    )
  }
  if (crisis === null) {
    return (
      <Screen title={said.title}>
        <EmptyState title={said.noCrisis} icon="message">
          {said.noCrisisHint}
        </EmptyState>
      </Screen>
    )
  }
  return <MessagesDesk crisis={crisis} me={me} />
}
