import type { Draft } from '#client/calls/draft.ts'
import type { Problem } from '#client/calls/record-draft.ts'

/** What each part of the extended sheet is given. */
export type PartProps = Readonly<{
  draft: Draft
  problem: Problem | null
  onChange: (changes: Partial<Draft>) => void
}>
