import { createPreference } from '#client/lib/preference.ts'

const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const theme = createPreference<Theme>('theme', themes, 'system')

/**
 * Keeps DSFR's two attributes on `<html>` in step with the choice and, for `system`, with the machine's own setting.
 * Call once at start.
 */
export function keepHtmlTheme(root: HTMLElement): () => void {
  const night = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const chosen = theme.get()
    const system = night.matches ? 'dark' : 'light'
    root.setAttribute('data-fr-scheme', chosen)
    root.setAttribute('data-fr-theme', chosen === 'system' ? system : chosen)
  }
  apply()
  night.addEventListener('change', apply)
  const stop = theme.subscribe(apply)
  return () => {
    night.removeEventListener('change', apply)
    stop()
  }
}
