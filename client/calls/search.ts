import type { SheetSearch } from '#client/register/use-sheet-search.ts'
import type { Commune } from '#shared/activation/commands.ts'
import type { Outcome } from '#shared/calls/outcomes.ts'
import type { Theme } from '#shared/calls/reasons.ts'
import type { CrisisId } from '#shared/lib/id.ts'

/** What is looked for among all sheets of the crisis. */
export type Looked = Readonly<{
  text: string
  theme: Theme | null
  outcome: Outcome | null
  commune: Commune | null
  /** Calendar day, "2026-09-21". */
  day: string | null
}>

export const nothingLooked: Looked = { text: '', theme: null, outcome: null, commune: null, day: null }

/** The register's question; null while nothing is looked for: the live list shows instead. */
export function askFor(crisis: CrisisId | null, looked: Looked): SheetSearch {
  const { text, theme, outcome, commune, day } = looked
  const isNarrowed = [theme, outcome, commune, day].some((value) => value !== null)
  if (crisis === null || (text.trim() === '' && !isNarrowed)) return null
  return { crisis, text: text.trim(), theme, outcome, commune: commune?.code ?? null, from: day, to: day }
}
