import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Screen } from '#client/ui/Screen.tsx'

export function LogbookPanel() {
  return (
    <Screen title="Main courante">
      <EmptyState title="Rien ici pour l'instant." icon="book">
        Ce poste s'ouvre avec la première crise.
      </EmptyState>
    </Screen>
  )
}
