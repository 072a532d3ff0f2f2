import { may } from '#shared/access/may.ts'
import { isAdministrator } from '#shared/access/select.ts'
import type { People, Person, Request, Requests } from '#shared/access/state.ts'
import type { PersonId, RequestId } from '#shared/lib/id.ts'
import { day } from '#shared/lib/time.ts'

/** An administrator who has not signed in for so long is not there to say yes (domain.md 6.6). */
const seenWithin = 90 * day
/**
 * An administrator whose account was closed, or who lost the role, counts for so long after: closing the other's account
 * must not be the way to be alone. A week covers a long weekend, in which others read that it happened.
 */
const missedFor = 7 * day
/** Long enough for the other's next working day; what nobody answered lapses. */
export const requestStands = day
/** More than this waiting at once is no longer read by whoever confirms. */
export const mostRequests = 50

/** Whether this person counts as one of the two. */
function counts({ roles, closed, seenAt, adminUntil }: Person, now: number): boolean {
  if (seenAt === null) return false
  if (!closed && isAdministrator(roles)) return now - seenAt < seenWithin
  return adminUntil !== null && adminUntil - seenAt < seenWithin && now - adminUntil < missedFor
}

/** Whether a grave act needs a second person now; otherwise it goes through marked as alone. */
export function needsTwo(people: People, now: number): boolean {
  return Object.values(people).filter((person) => counts(person, now)).length >= 2
}

/** Another administrator, or an approver by right: the second person for what `by` asks. */
export function mayConfirm(
  people: People,
  { by, person }: Readonly<{ by: PersonId; person: PersonId }>,
): boolean {
  const held = people[person]
  if (held === undefined || held.closed || person === by) return false
  return may({ roles: held.roles, crisis: null }, 'access.confirm')
}

/** Accounts that hold what could publish, and rest on one person's word: every approver is shown them. */
export function restingOnOne(people: People): readonly (readonly [PersonId, Person])[] {
  return Object.entries(people)
    .filter(([, { closed, alone }]) => !closed && alone !== null)
    .map(([id, person]) => [id as PersonId, person])
}

/**
 * Whether this person's word lifts the mark of an account that one person gave: not their own, not what they gave
 * themselves, and only if their own account rests on nobody alone.
 */
export function mayVouch(
  people: People,
  { person, account }: Readonly<{ person: PersonId; account: PersonId }>,
): boolean {
  const witness = people[person]
  const given = people[account]?.alone ?? null
  if (witness === undefined || given === null || person === account || person === given.by) return false
  return !witness.closed && witness.alone === null
}

type Waiting = readonly (readonly [RequestId, Request])[]

/** What waits for this person's yes, and what they asked for themselves; what has lapsed is neither. */
export function openRequests(
  { requests, people }: Readonly<{ requests: Requests; people: People }>,
  { person, now }: Readonly<{ person: PersonId; now: number }>,
): Readonly<{ forMe: Waiting; mine: Waiting }> {
  const open = Object.entries(requests)
    .map(([id, request]) => [id as RequestId, request] as const)
    .filter(([, { expiresAt }]) => expiresAt > now)
  return {
    forMe: open.filter(([, { by }]) => mayConfirm(people, { by, person })),
    mine: open.filter(([, { by }]) => by === person),
  }
}
