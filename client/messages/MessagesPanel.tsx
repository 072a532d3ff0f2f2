import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Screen } from '#client/ui/Screen.tsx'

export function MessagesPanel() {
  return (
    <Screen title="Messages au public">
      <EmptyState title="Rien ici pour l'instant." icon="message">
        Ce poste s'ouvre avec la première crise.
      </EmptyState>
    </Screen>
  )
}
