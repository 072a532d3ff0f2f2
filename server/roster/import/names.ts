import { fold } from '#shared/lib/fold.ts'

export type FullName = Readonly<{ lastName: string; firstName: string }>

const civilities = [
  'mme',
  'mlle',
  'm',
  'mr',
  'madame',
  'monsieur',
  'mademoiselle',
  'ms',
  'mrs',
  'dr',
  'docteur',
  'me',
  'pr',
]
const ranks = [
  'gal', 'general', 'col', 'colonel', 'lcl', 'lieutenant-colonel', 'cdt', 'cne', 'commandant', 'capitaine', 'ltn', 'lt', 'lieutenant',
  'maj', 'major', 'adc', 'adj', 'adjudant', 'adjudant-chef', 'sch', 'sgt', 'sergent', 'sergent-chef', 'cch', 'cpl', 'caporal',
  'caporal-chef', 'brigadier', 'brigadier-chef', 'bch', 'gardien', 'sapeur', 'prefet', 'prefete', 'sous-prefet', 'sous-prefete',
] // prettier-ignore
const titles: ReadonlySet<string> = new Set([...civilities, ...ranks])

// Small words that stand before a name, and those that join a birth name and a married one.
const particles: ReadonlySet<string> = new Set([
  'de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'von', 'van', 'der', 'den', 'zu', 'da', 'das', 'dos', 'do', 'di', 'del', 'della', 'e',
  'y', 'el', 'al', 'ben', 'bin', 'bint', 'ould', 'epouse', 'ep', 'nee', 'ne', 'veuve', 'vve', 'divorcee', 'dit', 'dite',
]) // prettier-ignore

/**
 * Splits a name written in one cell: «GARNIER Odile», «Odile GARNIER», «Garnier, Odile», «Mme Odile Garnier», «Philippe d’ARNOUX»,
 * «DUPONT épouse MARTIN Claire», «CDT DURAND Paul». Capitals tell the last name, small words go with it; without capitals, the header
 * tells which comes first. Civility and rank are left out. Null when there is only one word.
 */
export function splitFullName(text: string, isFirstNameFirst: boolean): FullName | null {
  const plain = text.replaceAll(/\s+/gu, ' ').trim()
  const [before = '', after = '', ...more] = plain.split(',').map((part) => part.trim())
  if (before !== '' && after !== '' && more.length === 0) {
    return { lastName: withoutTitle(before), firstName: withoutTitle(after) }
  }
  return splitWords(withoutTitles(plain.split(' ')), isFirstNameFirst)
}

/** «Mme GARNIER»: the name alone. */
export function withoutTitle(text: string): string {
  const [first = '', ...rest] = text.trim().split(/\s+/u)
  return rest.length > 0 && civilities.includes(foldTitle(first)) ? withoutTitle(rest.join(' ')) : text.trim()
}

/** «GAL Paul» is somebody's name: a title goes only where a last and a first name are left to be told apart. */
function withoutTitles(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words
  if (!titles.has(foldTitle(first)) || rest.length < 2) return words
  const left = withoutTitles(rest)
  return words.some(isCapitals) && !left.some(isCapitals) ? words : left
}

function foldTitle(word: string): string {
  return fold(word).replaceAll('.', '')
}

function splitWords(words: readonly string[], isFirstNameFirst: boolean): FullName | null {
  const [first, ...rest] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined || rest.length === 0) return null
  const isLast = words.map((word, place) => isCapitals(word) || leadsToCapitals(words, place))
  if (isLast.includes(true) && isLast.includes(false)) {
    const wordsOf = (wanted: boolean) => words.filter((_, place) => isLast[place] === wanted).join(' ')
    return { lastName: wordsOf(true), firstName: wordsOf(false) }
  }
  // «Philippe d’Arnoux»: no first name begins so.
  if (isFirstNameFirst || /^[dl]['’]/i.test(last)) return { firstName: first, lastName: rest.join(' ') }
  return { lastName: words.slice(0, -1).join(' '), firstName: last }
}

/** A small word, with nothing but small words between it and capitals. */
function leadsToCapitals(words: readonly string[], place: number): boolean {
  const word = words[place] ?? ''
  if (!particles.has(foldTitle(word)) || word === word.toUpperCase()) return false
  const next = words.slice(place + 1).find((other) => !particles.has(foldTitle(other)) || isCapitals(other))
  return next !== undefined && isCapitals(next)
}

/** «GARNIER», «d’ARNOUX», «McDONALD», «MACKENZIE»: an initial («J.») is no last name. */
function isCapitals(word: string): boolean {
  const bare = word.replace(/^(?:[dDlL]['’]|Mc|Mac|Fitz|O['’])/u, '')
  return /\p{Lu}.*\p{Lu}/u.test(bare) && bare === bare.toUpperCase()
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
