import { useWords } from '#client/lib/words.ts'
import { words } from '#client/shell/words.ts'
import { EmptyState } from '#client/ui/EmptyState.tsx'
import { ErrorState } from '#client/ui/ErrorState.tsx'
import { Screen } from '#client/ui/Screen.tsx'

/** A desk that threw, or whose script could not be fetched. */
export function ScreenFailed() {
  const said = useWords(words)
  return (
    <Screen title={said.failed}>
      <ErrorState title={said.failed} onRetry={() => location.reload()}>
        {said.failedHint}
      </ErrorState>
    </Screen>
  )
}

export function ScreenNotFound() {
  const said = useWords(words)
  return (
    <Screen title={said.notFound}>
      <EmptyState title={said.notFound} icon="question">
        {said.notFoundHint}
      </EmptyState>
    </Screen>
  )
}
