import type { Language } from '#client/lib/language.ts'
import { bindSpaces } from '#shared/lib/bind-spaces.ts'

/** Those that a copy does bring along; the others are told by their number alone. */
const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'U+0000': { fr: 'caractère nul', en: 'null' },
  'U+0007': { fr: 'sonnerie', en: 'bell' },
  'U+0008': { fr: 'retour arrière', en: 'backspace' },
  'U+001B': { fr: 'échappement', en: 'escape' },
  'U+007F': { fr: 'effacement', en: 'delete' },
}

/** "un caractère qui ne peut pas être affiché (U+0007, sonnerie), le 12e": from "U+0007 12", as the server and the fields tell it. */
export function sayPlace(found: string, language: Language): string {
  const [code = '', place = ''] = found.split(' ')
  const name = names[code]?.[language] ?? (/^U\+D[89A-F]/.test(code) ? half[language] : null)
  const named = name === null ? code : `${code}, ${name}`
  return language === 'fr'
    ? bindSpaces(`un caractère qui ne peut pas être affiché (${named}) à la position ${place}`)
    : `a character that cannot be shown (${named}) at position ${place}`
}

const half: Readonly<Record<Language, string>> = { fr: 'moitié d’un emoji', en: 'half of an emoji' }
