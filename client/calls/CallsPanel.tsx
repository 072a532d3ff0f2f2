import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Screen } from '#client/ui/Screen.tsx'

export function CallsPanel() {
  return (
    <Screen title="Appels du public">
      <EmptyState title="Rien ici pour l'instant." icon="headphone">
        Ce poste s'ouvre avec la première crise.
      </EmptyState>
    </Screen>
  )
}
