import type { ActorRole, Role } from '#shared/access/roles.ts'
import type { PersonId } from '#shared/lib/id.ts'
import { fold } from '#shared/lib/fold.ts'
import { minute } from '#shared/lib/time.ts'
import type { Section, TalkingPoints } from '#shared/talkingpoints/state.ts'

/** Who answers the public and must have read the version in force. */
const readers: readonly Role[] = ['callTaker', 'teamLead', 'specialist']

/** Time in which every agent should have acknowledged a new version (domain.md 3.8, Q14). */
export const acknowledgeWithin = 5 * minute

/** The version to note on a call sheet: 0 while nothing has been approved. */
export function versionInForce({ version }: TalkingPoints): number {
  return version
}

/** When the version in force was issued; null before the first. */
export function inForceSince({ history }: TalkingPoints): number | null {
  return history[0]?.at ?? null
}

export function hasAcknowledged(state: TalkingPoints, person: PersonId): boolean {
  return state.version === 0 || state.acks[person]?.version === state.version
}

export function mustRead(roles: readonly ActorRole[]): boolean {
  return readers.some((role) => roles.includes(role))
}

type Present = Readonly<{ person: PersonId; roles: readonly Role[] }>

/** Of the people present, those who answer the public and have not yet acknowledged the version in force. */
export function unacknowledged<P extends Present>(state: TalkingPoints, present: readonly P[]): readonly P[] {
  return present.filter(({ person, roles }) => mustRead(roles) && !hasAcknowledged(state, person))
}

/** Sections and forbidden statements that hold every word typed, accents and case ignored. */
export function searchTalkingPoints(
  { sections, forbidden }: Pick<TalkingPoints, 'sections' | 'forbidden'>,
  typed: string,
): Readonly<{ sections: readonly Section[]; forbidden: readonly string[] }> {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  const has = (text: string) => words.every((word) => fold(text).includes(word))
  return {
    sections: sections.filter(({ title, text, points }) => has([title, text, ...points].join('\n'))),
    forbidden: forbidden.filter(has),
  }
}

export type Passage = Readonly<{ text: string; isNew: boolean }>

/** A section as it is read out, paragraph by paragraph, with what this version of the sheet brought. */
export function passages(
  { text, points, before, issuedIn }: Section,
  version: number,
): Readonly<{ points: readonly Passage[]; text: readonly Passage[] }> {
  const isNews = issuedIn === version
  const known = new Set(before === null ? [] : [...paragraphs(before.text), ...before.points])
  const mark = (passage: string): Passage => ({ text: passage, isNew: isNews && !known.has(passage) })
  return { points: points.map(mark), text: paragraphs(text).map(mark) }
}

function paragraphs(text: string): readonly string[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}
