import type { ActorRole } from '#shared/access/roles.ts'
import type { EventType } from '#shared/event.ts'

/**
 * Who may see what of the live state, in one table.
 *
 * An audience is the set of consoles that see the same: every frame is built once for each. Two consoles share an
 * audience when their people's roles give the same clearances.
 */
const clearances = {
  /** How to reach a member of the pool and where they live; others see the name alone (domain.md 3.6). */
  contacts: ['switchboard', 'roomLead', 'hr', 'admin', 'civilProtection', 'exerciseControl'],
  /** Names, numbers and addresses of the public, on every sheet; others see them masked (domain.md 3.6). */
  callers: ['roomLead', 'teamLead'],
  /**
   * What the public said and was told (notes, requests, answers), names and numbers masked: the room, which answers
   * the next call. Everybody else gets the facts of a sheet, and cannot find it by its words (ADR 24).
   */
  callNotes: ['callTaker', 'specialist', 'teamLead', 'roomLead'],
} as const satisfies Record<string, readonly ActorRole[]>

export type Clearance = keyof typeof clearances

/** Clearances held, sorted and joined: stable, so that it can key a map of frames. */
export type Audience = string & { readonly __audience: true }

export function audienceOf(roles: readonly ActorRole[]): Audience {
  const held = Object.entries<readonly ActorRole[]>(clearances)
    .filter(([, holders]) => holders.some((role) => roles.includes(role)))
    .map(([clearance]) => clearance)
  return held.sort().join('+') as Audience
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
  'access.sessionClosed',
  'access.sessionsRevoked',
  'access.signInLimited',
  'access.unlocked',
  'access.signInFailed',
])

export function isServerOnly(type: EventType): boolean {
  return serverOnly.has(type)
}
