import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Screen } from '#client/ui/Screen.tsx'

export function CallinPanel() {
  return (
    <Screen title="Rappel des membres">
      <EmptyState title="Rien ici pour l'instant." icon="callIn">
        Ce poste s'ouvre avec la première crise.
      </EmptyState>
    </Screen>
  )
}
