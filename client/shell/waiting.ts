import type { DeskId } from '#client/shell/desks.ts'
import { rolesIn } from '#shared/access/deputies.ts'
import { may } from '#shared/access/may.ts'
import type { ActorRole } from '#shared/access/roles.ts'
import { openRequests } from '#shared/access/two-people.ts'
import { callbacksDue } from '#shared/calls/select.ts'
import { isOwnText, toApprove } from '#shared/messages/select.ts'
import type { PersonId } from '#shared/lib/id.ts'
import type { Crisis, Standing } from '#shared/state.ts'
import type { You } from '#shared/sync/wire.ts'
import { hasAcknowledged, mustRead, versionInForce } from '#shared/talkingpoints/select.ts'

/** What waits for this very person, by desk: a badge that counts others' work teaches nobody to look at it. */
export function waitingFor(
  { crisis, standing }: Readonly<{ crisis: Crisis | null; standing: Standing }>,
  you: You | null,
  now: number,
): Readonly<Partial<Record<DeskId, number>>> {
  if (you === null) return {}
  const settings = openRequests(standing, { person: you.person, now }).forMe.length
  if (crisis === null || crisis.activation.closed !== null) return { settings }
  const { person } = you
  const roles = rolesIn(crisis, { by: person, roles: you.roles }, { people: standing.people, at: now })
  const hand = { person, roles }
  return { calls: callsWaiting(crisis, hand, now), messages: messagesWaiting(crisis, hand), settings }
}

type Hand = Readonly<{ person: PersonId; roles: readonly ActorRole[] }>

function callsWaiting(
  { activation, calls, talkingpoints }: Crisis,
  { person, roles }: Hand,
  now: number,
): number {
  const due = may({ roles, crisis: activation }, 'calls.takeCallback')
    ? callbacksDue(calls).filter(
        ({ callback }) => callback.dueAt <= now && callback.status.kind === 'waiting',
      ).length
    : 0
  const isUnread =
    mustRead(roles) && versionInForce(talkingpoints) > 0 && !hasAcknowledged(talkingpoints, person)
  return due + (isUnread ? 1 : 0)
}

function messagesWaiting({ activation, messages }: Crisis, { person, roles }: Hand): number {
  if (!may({ roles, crisis: activation }, 'messages.approve')) return 0
  return toApprove(messages).filter(({ draft }) => draft !== null && !isOwnText(draft, person)).length
}
