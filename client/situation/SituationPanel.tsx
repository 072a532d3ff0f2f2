import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Screen } from '#client/ui/Screen.tsx'

export function SituationPanel() {
  return (
    <Screen title="Situation">
      <EmptyState title="Rien ici pour l'instant." icon="dashboard">
        Ce poste s'ouvre avec la première crise.
      </EmptyState>
    </Screen>
  )
}
