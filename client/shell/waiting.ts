import type { DeskId } from '#client/shell/desks.ts'
import { may } from '#shared/access/may.ts'
import { callbacksDue } from '#shared/calls/select.ts'
import { isOwnText, toApprove } from '#shared/messages/select.ts'
import type { Crisis } from '#shared/state.ts'
import type { You } from '#shared/sync/wire.ts'
import { hasAcknowledged, mustRead, versionInForce } from '#shared/talkingpoints/select.ts'

/** What waits for this very person, by desk: a badge that counts others' work teaches nobody to look at it. */
export function waitingFor(
  crisis: Crisis | null,
  you: You | null,
  now: number,
): Readonly<Partial<Record<DeskId, number>>> {
  if (crisis === null || you === null || crisis.activation.closed !== null) return {}
  return { calls: callsWaiting(crisis, you, now), messages: messagesWaiting(crisis, you) }
}

function callsWaiting(
  { activation, calls, talkingpoints }: Crisis,
  { person, roles }: You,
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

function messagesWaiting({ activation, messages }: Crisis, { person, roles }: You): number {
  if (!may({ roles, crisis: activation }, 'messages.approve')) return 0
  return toApprove(messages).filter(({ draft }) => draft !== null && !isOwnText(draft, person)).length
}
