import { fold } from '#shared/lib/fold.ts'

export type FullName = Readonly<{ lastName: string; firstName: string }>

const civility = /^(mme|mlle|m|mr|madame|monsieur|mademoiselle|ms|mrs|dr)\.?\s+/i

/**
 * Splits a name written in one cell: «GARNIER Odile», «Odile GARNIER», «Garnier, Odile», «Mme Odile Garnier». Capitals tell the
 * last name; without them, the header tells which comes first. Null when there is only one word.
 */
export function splitFullName(text: string, isFirstNameFirst: boolean): FullName | null {
  const plain = text.replaceAll(/\s+/gu, ' ').trim().replace(civility, '')
  const [before = '', after = '', ...more] = plain.split(',').map((part) => part.trim())
  if (before !== '' && after !== '' && more.length === 0) return { lastName: before, firstName: after }
  return splitWords(plain.split(' '), isFirstNameFirst)
}

function splitWords(words: readonly string[], isFirstNameFirst: boolean): FullName | null {
  const [first, ...rest] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined || rest.length === 0) return null
  const capitals = words.filter(isCapitals)
  if (capitals.length > 0 && capitals.length < words.length) {
    return { lastName: capitals.join(' '), firstName: words.filter((word) => !isCapitals(word)).join(' ') }
  }
  if (isFirstNameFirst) return { firstName: first, lastName: rest.join(' ') }
  return { lastName: words.slice(0, -1).join(' '), firstName: last }
}

/** An initial («J.») is no last name. */
function isCapitals(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) && word === word.toUpperCase()
}

/** For telling whether two lines speak of the same person: order, accents, case and hyphens aside. */
export function nameKey({ lastName, firstName }: FullName): string {
  return fold(`${lastName} ${firstName}`)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .sort()
    .join(' ')
}
