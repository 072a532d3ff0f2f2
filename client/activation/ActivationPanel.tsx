import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Screen } from '#client/ui/Screen.tsx'

export function ActivationPanel() {
  return (
    <Screen title="Activer la CIP">
      <EmptyState title="Rien ici pour l'instant." icon="flag">
        Ce poste s'ouvre avec la première crise.
      </EmptyState>
    </Screen>
  )
}
