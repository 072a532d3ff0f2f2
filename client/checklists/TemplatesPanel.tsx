import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Screen } from '#client/ui/Screen.tsx'

export function TemplatesPanel() {
  return (
    <Screen title="Modèles">
      <EmptyState title="Rien ici pour l'instant." icon="todo">
        Ce poste s'ouvre avec la première crise.
      </EmptyState>
    </Screen>
  )
}
