import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Screen } from '#client/ui/Screen.tsx'

export function WallPanel() {
  return (
    <Screen title="Mur">
      <EmptyState title="Rien ici pour l'instant." icon="tv">
        Ce poste s'ouvre avec la première crise.
      </EmptyState>
    </Screen>
  )
}
