import { bindPunctuation, bindSpaces } from '#shared/lib/bind-spaces.ts'
import { printable } from '#shared/lib/clean-text.ts'

/**
 * A copy of `value` in which every string is well-formed Unicode that HTML, XML and JSON can all carry: commands clean
 * what they are given, an old entry may have been stored by other rules. The spaces of French punctuation no longer break.
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
  return bindPunctuation(printable(text))
}
