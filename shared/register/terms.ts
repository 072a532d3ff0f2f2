import { fold } from '#shared/lib/fold.ts'

// One number, however it is grouped and whether it is complete: "06 12 34 56 78", "+33 (0)6.12", "+44 20 7946".
const phoneLike =
  /(?<![\p{L}\p{N}])(?:(?:\+33[ .()\u00A0\u202F-]*0?\)?|0)(?:[ .\u00A0\u202F-]*\d){2,9}|\+(?:[ .()\u00A0\u202F-]?\d){3,14})/gu
const separators = /[^\p{L}\p{N}]+/u

/** Words beyond this narrow nothing more, and each costs the index a look-up. */
const maxTerms = 8
/** Nobody types a longer word; a pasted one would only be a needless burden. */
const maxLength = 40

/** Text as it is indexed and as it is looked for: folded, numbers in one piece, French ones in their national form. */
export function searchable(text: string): string {
  return fold(text.replaceAll(phoneLike, joinNumber))
}

function joinNumber(written: string): string {
  const digits = written.replaceAll(/\D/g, '')
  return written.startsWith('+33') ? `0${digits.slice(2).replace(/^0/, '')}` : digits
}

/** What a person typed, as the words that must all be found, each at least as a beginning. */
export function termsOf(text: string): readonly string[] {
  const words = searchable(text)
    .split(separators)
    .filter((word) => word !== '')
  return [...new Set(words)].slice(0, maxTerms).map((word) => word.slice(0, maxLength))
}

/** Whether a text would be found by these terms: what the index does, for the few lines it does not hold yet. */
export function isFoundBy(text: string, terms: readonly string[]): boolean {
  const words = searchable(text).split(separators)
  return terms.every((term) => words.some((word) => word.startsWith(term)))
}
