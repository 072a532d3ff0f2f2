import type { Sheet } from '#shared/calls/state.ts'
import type { Event } from '#shared/event.ts'
import type { Author, CommandId, CrisisId } from '#shared/lib/id.ts'
import type { ActorRole } from '#shared/access/roles.ts'
import type { Installation } from '#shared/publicsite/installation.ts'
import type { Refusal, RefusalCode } from '#shared/refusal.ts'
import type { Standing } from '#shared/state.ts'

/** What a decision may know beyond the state: who asks, when, under which id. No clock, no randomness. */
export type Context = Readonly<{
  /** The command's id, from which new ids derive. */
  id: CommandId
  /** Milliseconds since the epoch. */
  at: number
  by: Author
  roles: readonly ActorRole[]
  standing: Standing
  /** The last entry of the journal that the decision rests on. */
  head: number
  /** The sheet that `sheetNeededBy(command)` names, from the register; null when there is none. */
  record: Sheet | null
  /** False: nobody has ever heard of the subject that `privacy.erase` names. True where nobody can say. */
  isSubjectKnown: boolean
  /** The settings that a text going out is signed with. */
  installation: Installation
}>

export type Accepted = Readonly<{
  accepted: true
  /** Null: the crisis of the command. Set by the one command that makes a crisis. */
  crisis: CrisisId | null
  events: readonly Event[]
}>
export type Decision = Accepted | Readonly<{ accepted: false; refusal: Refusal }>

/** Accepting without events says: what you asked for is already so. */
export function accept(...events: readonly Event[]): Accepted {
  return { accepted: true, crisis: null, events }
}

export function acceptInCrisis(crisis: CrisisId, ...events: readonly Event[]): Accepted {
  return { accepted: true, crisis, events }
}

export function refuse(
  code: RefusalCode,
  { field = null, detail = null }: { readonly field?: string | null; readonly detail?: string | null } = {},
): Decision {
  return { accepted: false, refusal: { code, field, detail } }
}
