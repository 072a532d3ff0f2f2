import { loadCommunes } from '#server/communes/load.ts'
import type { Commune } from '#shared/communes/commune.ts'
import { findCommune, type RankOptions, rankCommunes } from '#shared/communes/rank.ts'

/** Type-ahead over all of France: the best matches, best first. */
export function searchCommunes(query: string, options: RankOptions): readonly Commune[] {
  return rankCommunes(loadCommunes().index, query, options)
}

/** The INSEE code of the one commune that a text means, null when none or several fit. */
export function resolveCommune(text: string, near: readonly string[]): string | null {
  return findCommune(loadCommunes().index, text, near)?.code ?? null
}
