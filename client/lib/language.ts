import { createPreference } from '#client/lib/preference.ts'
import { useStore } from '#client/lib/store.ts'

const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/** French unless this person chose otherwise on this machine. */
export const language = createPreference<Language>('language', languages, 'fr')

export function useLanguage(): Language {
  return useStore(language)
}

/** Screen readers choose their voice by `<html lang>`: it follows the language. Call once at start. */
export function keepHtmlLanguage(root: HTMLElement): () => void {
  const apply = () => root.setAttribute('lang', language.get())
  apply()
  return language.subscribe(apply)
}
