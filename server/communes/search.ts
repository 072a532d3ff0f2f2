import { loadCommunes } from '#server/communes/load.ts'
import type { FoundCommune } from '#shared/communes/commune.ts'
import type { PlaceReading } from '#shared/communes/find.ts'
import { type RankOptions, rankCommunes } from '#shared/communes/rank.ts'

/** Type-ahead over all of France: the best matches, best first. */
export function searchCommunes(query: string, options: RankOptions): readonly FoundCommune[] {
  return rankCommunes(loadCommunes().index, query, options)
}

/** The one commune that a text means, or why there is none. */
export function resolveCommune(text: string, near: readonly string[]): PlaceReading {
  return loadCommunes().find(text, near)
}
