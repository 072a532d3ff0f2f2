import { bindPunctuation, bindSpaces } from '#shared/lib/bind-spaces.ts'

// Characters that change how a line reads without being seen (overrides, isolates, zero-width), or that XML 1.0
// cannot hold at all (controls, non-characters). Commands refuse most of them; an import or an old entry may not have.
const unprintable = /(?!\n)[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/gu

/**
 * A copy of `value` in which every string is well-formed Unicode that HTML, XML and JSON can all carry. Tabs and line
 * ends of other systems become spaces and line feeds; the spaces of French punctuation no longer break.
 */
export function plainTexts<T>(value: T): T {
  return eachText(value, plainText)
}

/** For the page alone, on a narrow screen: a phone number's spaces do not break either. Machines get them as typed. */
export function boundTexts<T>(value: T): T {
  return eachText(value, bindSpaces)
}

function eachText<T>(value: T, change: (text: string) => string): T {
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? change(part) : part,
  )
  return JSON.parse(text) as T
}

function plainText(text: string): string {
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\t', ' ').replaceAll(unprintable, '')
  return bindPunctuation(plain).toWellFormed()
}
