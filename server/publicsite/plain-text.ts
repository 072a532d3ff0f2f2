// Characters that change how a line reads without being seen (overrides, isolates, zero-width), or that XML 1.0
// cannot hold at all (controls, non-characters). Commands refuse most of them; an import or an old entry may not have.
const unprintable = /(?!\n)[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/gu

/**
 * A copy of `value` in which every string is well-formed Unicode that HTML, XML and JSON can all carry. Tabs and line
 * ends of other systems become spaces and line feeds; the spaces of French punctuation no longer break.
 */
export function plainTexts<T>(value: T): T {
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? plainText(part) : part,
  )
  return JSON.parse(text) as T
}

function plainText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', ' ')
    .replaceAll(unprintable, '')
    .replaceAll(/ (?=[:;!?»])|(?<=«) /g, '\u00A0')
    .toWellFormed()
}
