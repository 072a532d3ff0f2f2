import { EmptyState } from '#client/ui/EmptyState.tsx'
import { Screen } from '#client/ui/Screen.tsx'

export function SettingsPanel() {
  return (
    <Screen title="Réglages">
      <EmptyState title="Rien ici pour l'instant." icon="settings">
        Ce poste s'ouvre avec la première crise.
      </EmptyState>
    </Screen>
  )
}
