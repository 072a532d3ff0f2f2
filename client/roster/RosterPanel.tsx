import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Screen } from '#client/ui/Screen.tsx'

export function RosterPanel() {
  return (
    <Screen title="Vivier">
      <EmptyState title="Rien ici pour l'instant." icon="team">
        Ce poste s'ouvre avec la première crise.
      </EmptyState>
    </Screen>
  )
}
