import type { Commune } from '#shared/communes/commune.ts'
import { departmentOf } from '#shared/communes/commune.ts'
import { type CommuneEntry, type CommuneIndex, foldPlace } from '#shared/communes/index-communes.ts'

/*
 * The one commune that a cell of a file means: `Persan`, `95340 Persan`, `Persan (95)`, `95487`, `PARIS 15`, `Évry 91000`.
 *
 * 1. The text is read into a name, codes (INSEE or postal, a lost leading zero given back) and a département.
 * 2. With a code: the communes it means, of which the name must be one. A code that the list does not hold (CEDEX) tells the
 *    département. Where name and code say different communes neither is believed.
 * 3. With a name alone: the one of the départements at hand, else the only one in France.
 * The first words of a merged commune's name stand for one that was in it: Évry for Évry-Courcouronnes. So its namesake in
 * another département is not taken for it: a wrong commune is worse than none.
 */

export type PlaceReading =
  | Readonly<{ is: 'found'; commune: Commune }>
  /** `several` bear the name or share the code; in a `contradiction` the code is another commune's than the name. */
  | Readonly<{ is: 'unknown' | 'several' | 'contradiction' }>

/** @param near the départements at hand, where a name borne by several is looked for first */
export type PlaceFinder = (text: string, near: readonly string[]) => PlaceReading

/** A file has thousands of cells and France forty thousand names: they are laid out by first word and by code. */
export function createPlaceFinder(index: CommuneIndex): PlaceFinder {
  const byWord = Map.groupBy(index, ({ folded }) => firstWord(folded))
  const byCommune = Map.groupBy(index, ({ commune }) => commune.code)
  const byCode = Map.groupBy(
    index.flatMap((entry) => [...entry.codes].map((code) => ({ code, entry }))),
    ({ code }) => code,
  )
  const atlas: Atlas = {
    named: (name) => (byWord.get(firstWord(name)) ?? []).filter((entry) => fit(entry, name) !== null),
    coded: (code) => (byCode.get(code) ?? []).map(({ entry }) => entry),
    of: (commune) => byCommune.get(commune) ?? [],
  }
  return (text, near) => findPlace(atlas, readPlace(text), near)
}

type Atlas = Readonly<{
  named: (name: string) => readonly CommuneEntry[]
  coded: (code: string) => readonly CommuneEntry[]
  of: (commune: string) => readonly CommuneEntry[]
}>

function firstWord(folded: string): string {
  return folded.split(' ', 1)[0] ?? ''
}

function findPlace(atlas: Atlas, place: Place, near: readonly string[]): PlaceReading {
  const { name, codes, department } = place
  if (name === '' && codes.length === 0) return { is: 'unknown' }
  if (codes.length > 0) return findByCode(atlas, place, near)
  const everywhere = atlas.named(name)
  const named = everywhere.filter(
    ({ commune }) => department === null || commune.department.toLowerCase() === department,
  )
  if (named.some((entry) => fit(entry, name) !== 'beginning')) return settle(named, name, near)
  const isElsewhere = everywhere.some((entry) => fit(entry, name) === 'whole')
  return { is: isElsewhere ? 'contradiction' : 'unknown' }
}

function findByCode(atlas: Atlas, { name, codes }: Place, near: readonly string[]): PlaceReading {
  const coded = codes
    .map((code) => atlas.coded(code))
    .reduce((some, others) => some.filter((entry) => others.includes(entry)))
  if (name === '') return single(coded, near)
  // A former commune has no postal code of its own in the list: it has those of today's.
  const meant = new Set(coded.map(({ commune }) => commune.code))
  const under = [...meant].flatMap((code) => atlas.of(code)).filter((entry) => fit(entry, name) !== null)
  if (under.length > 0) return single(preferred(under, name), near)
  const isListed = codes.some((code) => atlas.coded(code).length > 0)
  const departments = new Set(codes.flatMap(departmentsOfPostcode))
  const close = atlas.named(name).filter(({ commune }) => departments.has(commune.department))
  return isListed || close.length === 0 ? { is: 'contradiction' } : settle(close, name, near)
}

/** Corsica's postal codes are still those of one département. */
function departmentsOfPostcode(code: string): readonly string[] {
  return code.startsWith('20') ? ['2A', '2B'] : [departmentOf(code.toUpperCase())]
}

type Fit = 'whole' | 'merged' | 'beginning'

/** How a name fits: whole, the first words of a merged commune's, the first words of another's. */
function fit({ folded, formerName, isMerged }: CommuneEntry, name: string): Fit | null {
  if (folded === name) return 'whole'
  if (!folded.startsWith(`${name} `)) return null
  return isMerged && formerName === null ? 'merged' : 'beginning'
}

/** The name alone decides: near before far, and far only where nothing near could be meant. */
function settle(named: readonly CommuneEntry[], name: string, near: readonly string[]): PlaceReading {
  const close = named.filter(({ commune }) => near.includes(commune.department))
  for (const wanted of ['whole', 'merged'] as const) {
    const fitting = close.filter((entry) => fit(entry, name) === wanted)
    if (fitting.length > 0) return single(fitting, [])
  }
  if (close.length > 0) return { is: 'several' }
  return single(
    named.filter((entry) => fit(entry, name) !== 'beginning'),
    [],
  )
}

/** The whole name where one bears it, else the beginnings. */
function preferred(named: readonly CommuneEntry[], name: string): readonly CommuneEntry[] {
  const whole = named.filter((entry) => fit(entry, name) === 'whole')
  return whole.length > 0 ? whole : named
}

function single(entries: readonly CommuneEntry[], near: readonly string[]): PlaceReading {
  const communes = new Map(entries.map(({ commune }) => [commune.code, commune]))
  const close = [...communes.values()].filter(({ department }) => near.includes(department))
  const [only, ...others] = communes.size === 1 ? communes.values() : close
  if (only !== undefined && others.length === 0) return { is: 'found', commune: only }
  return { is: communes.size === 0 ? 'unknown' : 'several' }
}

type Place = Readonly<{ name: string; codes: readonly string[]; department: string | null }>

// A number behind these is an arrondissement's, not a département's.
const divided = /\b(paris|lyon|marseille) (?:0?[1-9]|1\d|20)$/

function readPlace(text: string): Place {
  const folded = foldPlace(text.slice(0, 100))
  const name = folded
    .replaceAll(/\b(\d\w*|2[ab]\d*|cedex|arrondissement|arr)\b/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
  return {
    name,
    codes: (folded.match(/\b(\d{4,5}|2[ab]\d{3})\b/g) ?? []).map((code) => code.padStart(5, '0')),
    department: divided.test(folded) ? null : (/\b(\d{2,3}|2[ab])$/.exec(folded)?.[1] ?? null),
  }
}
