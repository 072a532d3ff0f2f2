import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Screen } from '#client/ui/Screen.tsx'

export function WelcomePanel() {
  return (
    <Screen title="Bienvenue">
      <EmptyState title="Rien ici pour l'instant." icon="user">
        Ce poste s'ouvre avec la première crise.
      </EmptyState>
    </Screen>
  )
}
