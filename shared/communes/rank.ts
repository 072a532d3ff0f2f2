import type { FoundCommune } from '#shared/communes/commune.ts'
import { type CommuneEntry, type CommuneIndex, foldPlace } from '#shared/communes/index-communes.ts'

/*
 * Finding a commune while typing, the same on the server and in a console without network.
 *
 * Every word typed must begin a word of a name, a postal code or the INSEE code; accents, case, hyphens and apostrophes do not
 * count, «st» is «saint». Then, in this order: the départements at hand, how well the name fits, the population. A commune is
 * found once, under the name that fits best, be it a former one.
 */

export type RankOptions = Readonly<{
  /** Départements whose communes come first: the crisis's own, then the installation's. */
  near: readonly string[]
  limit: number
}>

/** The best matches, best first. An empty query matches nothing. */
export function rankCommunes(
  index: CommuneIndex,
  query: string,
  options: RankOptions,
): readonly FoundCommune[] {
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
  return best.map(({ entry }) => ({ ...entry.commune, formerName: entry.formerName }))
}

type Ranked = Readonly<{ entry: CommuneEntry; far: number; fit: number }>

/** Keeps `best` sorted, each commune once, and at most `limit` long: one letter matches thousands, sorting them all takes longer than finding them. */
function insert(best: Ranked[], candidate: Ranked, limit: number): void {
  const last = best.at(-1)
  if (best.length >= limit && last !== undefined && compareRanked(candidate, last) > 0) return
  const twin = best.findIndex(({ entry }) => entry.commune.code === candidate.entry.commune.code)
  const held = best[twin]
  if (held !== undefined) {
    if (compareRanked(candidate, held) >= 0) return
    best.splice(twin, 1)
  }
  const place = best.findIndex((other) => compareRanked(candidate, other) < 0)
  best.splice(place === -1 ? best.length : place, 0, candidate)
  if (best.length > limit) best.pop()
}

function compareRanked(a: Ranked, b: Ranked): number {
  return (
    a.far - b.far ||
    a.fit - b.fit ||
    (b.entry.commune.population ?? 0) - (a.entry.commune.population ?? 0) ||
    Number(a.entry.formerName !== null) - Number(b.entry.formerName !== null) ||
    compareText(a.entry.commune.code, b.entry.commune.code) ||
    compareText(a.entry.folded, b.entry.folded)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** 0: the whole name (or code). 1: its beginning. 2: inside it, in this order. 3: its words, in any order. */
function computeFit(entry: CommuneEntry, folded: string): number {
  if (entry.folded === folded || entry.codes.has(folded)) return 0
  if (entry.folded.startsWith(folded)) return 1
  return entry.haystack.includes(` ${folded}`) ? 2 : 3
}
