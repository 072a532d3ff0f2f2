import type { Commune } from '#shared/communes/commune.ts'
import { fold } from '#shared/lib/fold.ts'

/*
 * Finding a commune while typing, the same on the server and in a console without network.
 *
 * Every word typed must begin a word of the name, a postal code or the INSEE code; accents, case, hyphens and apostrophes do not
 * count, «st» is «saint». Then, in this order: the départements at hand, how well the name fits, the population.
 */

type Entry = Readonly<{ commune: Commune; folded: string; haystack: string }>
export type CommuneIndex = readonly Entry[]

export type RankOptions = Readonly<{
  /** Départements whose communes come first: the installation's own. */
  near: readonly string[]
  limit: number
}>

/** Prepares a list for searching. The order of the list does not matter. */
export function indexCommunes(communes: readonly Commune[]): CommuneIndex {
  return communes.map((commune) => {
    const folded = foldPlace(commune.name)
    return {
      commune,
      folded,
      haystack: ` ${[folded, ...commune.postcodes, commune.code.toLowerCase()].join(' ')}`,
    }
  })
}

/** The best matches, best first. An empty query matches nothing. */
export function rankCommunes(index: CommuneIndex, query: string, options: RankOptions): readonly Commune[] {
  // Longer than any name: a text pasted by mistake.
  const folded = foldPlace(query.slice(0, 100))
  if (folded === '') return []
  const words = folded.split(' ').map((word) => ` ${word}`)
  const near = new Set(options.near)
  const best: Ranked[] = []
  for (const entry of index) {
    if (!words.every((word) => entry.haystack.includes(word))) continue
    insert(
      best,
      { entry, far: near.has(entry.commune.department) ? 0 : 1, fit: computeFit(entry, folded) },
      options.limit,
    )
  }
  return best.map(({ entry }) => entry.commune)
}

type Ranked = Readonly<{ entry: Entry; far: number; fit: number }>

/** Keeps `best` sorted and at most `limit` long: one letter matches thousands, sorting them all takes longer than finding them. */
function insert(best: Ranked[], candidate: Ranked, limit: number): void {
  const last = best.at(-1)
  if (best.length >= limit && last !== undefined && compareRanked(candidate, last) > 0) return
  const place = best.findIndex((other) => compareRanked(candidate, other) < 0)
  best.splice(place === -1 ? best.length : place, 0, candidate)
  if (best.length > limit) best.pop()
}

function compareRanked(a: Ranked, b: Ranked): number {
  return (
    a.far - b.far ||
    a.fit - b.fit ||
    (b.entry.commune.population ?? 0) - (a.entry.commune.population ?? 0) ||
    (a.entry.commune.code < b.entry.commune.code ? -1 : 1)
  )
}

/** 0: the whole name (or code). 1: its beginning. 2: inside it, in this order. 3: its words, in any order. */
function computeFit(entry: Entry, folded: string): number {
  if (entry.folded === folded || entry.commune.code.toLowerCase() === folded) return 0
  if (entry.folded.startsWith(folded)) return 1
  return entry.haystack.includes(` ${folded}`) ? 2 : 3
}

/**
 * The one commune that a cell of a file means: `Persan`, `95340 Persan`, `Persan (95)`, `95487`. Null when none or
 * several fit: a wrong commune is worse than none. A name borne by several is settled by the départements at hand.
 */
export function findCommune(index: CommuneIndex, text: string, near: readonly string[]): Commune | null {
  const written = readPlace(text)
  if (written.name === '' && written.codes.length === 0) return null
  const fitting = index.filter((entry) => agrees(entry, written))
  const close = fitting.filter(({ commune }) => near.includes(commune.department))
  const [only, ...others] = fitting.length === 1 ? fitting : close
  return only === undefined || others.length > 0 ? null : only.commune
}

type Place = Readonly<{ name: string; codes: readonly string[]; department: string | null }>

function readPlace(text: string): Place {
  const folded = foldPlace(text.slice(0, 100))
  return {
    name: folded
      .replaceAll(/\b(\d\w*|cedex)\b/g, ' ')
      .replaceAll(/ +/g, ' ')
      .trim(),
    codes: folded.match(/\b(\d{5}|2[ab]\d{3})\b/g) ?? [],
    department: /\b(\d{2,3}|2[ab])$/.exec(folded)?.[1] ?? null,
  }
}

function agrees({ commune, folded }: Entry, { name, codes, department }: Place): boolean {
  if (name !== '' && folded !== name) return false
  if (department !== null && commune.department.toLowerCase() !== department) return false
  return codes.every((code) => commune.code.toLowerCase() === code || commune.postcodes.includes(code))
}

function foldPlace(text: string): string {
  return fold(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(/\bst\b/g, 'saint')
    .replaceAll(/\bste\b/g, 'sainte')
}
