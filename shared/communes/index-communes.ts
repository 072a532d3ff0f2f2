import type { Commune, CommuneList } from '#shared/communes/commune.ts'
import { fold } from '#shared/lib/fold.ts'

/** One name under which a commune is found: its own, or a former one. */
export type CommuneEntry = Readonly<{
  commune: Commune
  formerName: string | null
  /** The name, folded. */
  folded: string
  /** Codes that mean the commune under this name: INSEE and postal. */
  codes: ReadonlySet<string>
  /** What the words of a query may begin: the name and the codes, each behind a space. */
  haystack: string
  /** Made by a merger: the first words of its name may be all that is left of one that was in it. */
  isMerged: boolean
}>
export type CommuneIndex = readonly CommuneEntry[]

/** Prepares a list for searching. The order of the list does not matter. */
export function indexCommunes({ communes, former }: CommuneList): CommuneIndex {
  const formerOf = Map.groupBy(former, ({ now }) => now)
  return communes.flatMap((commune) => {
    const formers = formerOf.get(commune.code) ?? []
    const formerCodes = formers.flatMap(({ code, name }) => (name === null ? [code] : []))
    const isMerged = formers.some(({ name }) => name === null || !name.endsWith('Arrondissement'))
    const own = entryOf(commune, null, [commune.code, ...commune.postcodes, ...formerCodes], isMerged)
    const others = formers.flatMap(({ code, name }) =>
      name === null || name === commune.name ? [] : [entryOf(commune, name, [code], isMerged)],
    )
    return [own, ...others]
  })
}

function entryOf(
  commune: Commune,
  formerName: string | null,
  codes: readonly string[],
  isMerged: boolean,
): CommuneEntry {
  const folded = foldPlace(formerName ?? commune.name)
  const lower = codes.map((code) => code.toLowerCase())
  const haystack = ` ${[folded, ...lower].join(' ')}`
  return { commune, formerName, folded, codes: new Set(lower), haystack, isMerged }
}

/** For comparing: no accents, case, hyphens or apostrophes; «st» is «saint». */
export function foldPlace(text: string): string {
  return fold(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(/\bst\b/g, 'saint')
    .replaceAll(/\bste\b/g, 'sainte')
}
