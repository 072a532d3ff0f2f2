import { holds, type Audience } from '#shared/access/visibility.ts'

/**
 * How much of the public's words and identities an audience sees on every sheet: all of it, the words with names and
 * numbers masked, or the facts alone.
 */
export type Sight = 'whole' | 'masked' | 'facts'

export function sightOf(audience: Audience): Sight {
  if (holds(audience, 'callers')) return 'whole'
  return holds(audience, 'callNotes') ? 'masked' : 'facts'
}
