import type { ActorRole } from '#shared/access/roles.ts'
import type { Activation } from '#shared/activation/state.ts'
import type { EventType } from '#shared/event.ts'

/**
 * Who may see what of the live state, in one table.
 *
 * An audience is the set of consoles that see the same: every frame is built once for each. Two consoles share an
 * audience when their people's roles give the same clearances.
 */
const clearances = {
  /** How to reach a member of the pool and where they live; others see the name alone (domain.md 3.6). */
  contacts: ['switchboard', 'roomLead', 'hr', 'admin', 'civilProtection'],
  /** Names, numbers and addresses of the public, on every sheet; others see them masked (domain.md 3.6). */
  callers: ['roomLead', 'teamLead'],
  /**
   * What the public said and was told (notes, requests, answers), names and numbers masked: the room, which answers
   * the next call. Everybody else gets the facts of a sheet, and cannot find it by its words (ADR 24).
   */
  callNotes: ['callTaker', 'specialist', 'teamLead', 'roomLead'],
} as const satisfies Record<string, readonly ActorRole[]>

export type Clearance = keyof typeof clearances

/** Held besides while the crisis that is followed is an exercise: whoever plays it calls the members in (domain.md 3.6). */
const inExercise: Partial<Record<Clearance, readonly ActorRole[]>> = { contacts: ['exerciseControl'] }

/** Clearances held, sorted and joined: stable, so that it can key a map of frames. */
export type Audience = string & { readonly __audience: true }

/** @param followed the crisis that the console follows; none: what holds in no exercise */
export function audienceOf(
  roles: readonly ActorRole[],
  followed: Pick<Activation, 'kind'> | null = null,
): Audience {
  const isExercise = followed?.kind === 'exercise'
  const all = Object.entries<readonly ActorRole[]>(clearances) as (readonly [
    Clearance,
    readonly ActorRole[],
  ])[]
  const held = all.filter(([clearance, holders]) => {
    const players = isExercise ? (inExercise[clearance] ?? []) : []
    return [...holders, ...players].some((role) => roles.includes(role))
  })
  return held
    .map(([clearance]) => clearance)
    .sort()
    .join('+') as Audience
}

export function holds(audience: Audience, clearance: Clearance): boolean {
  return audience.split('+').includes(clearance)
}

/** Facts that stay on the server: secrets, sessions, failed sign-ins. */
const serverOnly: ReadonlySet<EventType> = new Set<EventType>([
  'access.invitationIssued',
  'access.linkShared',
  'access.halfKept',
  'access.passwordDropped',
  'access.passwordSet',
  'access.passwordExpired',
  'access.sessionOpened',
  'access.sessionsHeld',
  'access.sessionClosed',
  'access.sessionsRevoked',
  'access.signInLimited',
  'access.unlocked',
  'access.signInFailed',
])

export function isServerOnly(type: EventType): boolean {
  return serverOnly.has(type)
}
