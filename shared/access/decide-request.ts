import { accountMadeBy, type AccessCommand } from '#shared/access/commands.ts'
import type { AccessEvent } from '#shared/access/events.ts'
import type { GraveAct } from '#shared/access/grave.ts'
import { joinHalves } from '#shared/access/halves.ts'
import { invitationFor } from '#shared/access/invitation.ts'
import { findByLogin, isAdministrator } from '#shared/access/select.ts'
import type { AccessState, People, Request } from '#shared/access/state.ts'
import { mayConfirm, mostRequests, requestStands } from '#shared/access/two-people.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import { RequestId, type PersonId } from '#shared/lib/id.ts'
import { unreachable } from '#shared/lib/unreachable.ts'

/*
 * A grave act by two people. Asked for: nothing happens, its author keeps half of a link. Confirmed by another: the act is
 * decided again on what is true now, and the other half is the second person's. Neither can use the account alone.
 */

type Of<T extends AccessCommand['type']> = Extract<AccessCommand, { type: T }>

/** `half`: of the link that the author of the request keeps; null when their console could not make one. */
export function decideRequest(
  state: AccessState,
  { act, half }: Readonly<{ act: GraveAct; half: string | null }>,
  context: Context,
): Decision {
  const open = Object.values(context.standing.requests).filter(({ expiresAt }) => expiresAt > context.at)
  if (open.length >= mostRequests) return refuse('access.too-many-requests')
  const withLink = needsLink(state, act)
  if (withLink && half === null) return refuse('access.link-needed')
  const request = RequestId.parse(context.id)
  const expiresAt = context.at + requestStands
  const requested: AccessEvent = { type: 'access.requested', request, act, withLink, expiresAt }
  return withLink && half !== null
    ? accept(requested, { type: 'access.halfKept', request, half })
    : accept(requested)
}

/**
 * Whether the act comes with a new link in two halves: where one is asked for, and where the account was opened by a link
 * that one person alone held. Otherwise whoever opened a call taker's account for themselves would wait for it to approve.
 */
function needsLink(state: AccessState, act: GraveAct): boolean {
  if (act.kind === 'create' || act.kind === 'reissue') return true
  return (state.accounts[act.account]?.linkBy ?? null) !== null
}

export function decideConfirm(state: AccessState, command: Of<'access.confirm'>, context: Context): Decision {
  const found = findRequest(command.request, context)
  if ('accepted' in found) return found
  const { by: requestedBy, act, withLink } = found
  const account = act.kind === 'create' ? accountMadeBy(context.id) : act.account
  const half = state.halves[command.request] ?? null
  const stale = refuseIfStale(state, found, context)
  if (stale !== null) return stale
  if (withLink && half === null) return refuse('access.request-gone')
  const link =
    half === null ? [] : linkOf(account, { tokenHash: joinHalves(half, command.codeHash), at: context.at })
  return accept(
    { type: 'access.confirmed', request: command.request, requestedBy },
    ...eventsOf(act, account),
    ...link,
    ...standingOf({ account, requestedBy }, context),
  )
}

export function decideDecline({ request, reason }: Of<'access.decline'>, context: Context): Decision {
  const found = findRequest(request, context)
  if ('accepted' in found) return found
  return accept({ type: 'access.declined', request, requestedBy: found.by, reason })
}

export function decideWithdraw({ request }: Of<'access.withdraw'>, context: Context): Decision {
  const found = context.standing.requests[request]
  if (found === undefined) return refuse('access.request-gone')
  if (found.by !== context.by) return refuse('access.not-yours')
  return accept({ type: 'access.withdrawn', request })
}

/** The request that this person may answer: roles are looked up anew, they may have changed since the click. */
function findRequest(id: RequestId, { standing, by, at }: Context): Request | Decision {
  const request = standing.requests[id]
  if (request === undefined) return refuse('access.request-gone')
  if (request.expiresAt <= at) return refuse('access.request-expired')
  if (request.by === by) return refuse('access.own-request')
  if (by === 'system' || !mayConfirm(standing.people, { by: request.by, person: by })) {
    return refuse('command.forbidden')
  }
  return request
}

/** What was asked rests on what was true then: who asked, whom it concerns, their roles, who could open the account. */
function refuseIfStale(state: AccessState, request: Request, context: Context): Decision | null {
  const { people } = context.standing
  const author = people[request.by]
  if (author === undefined || author.closed || !isAdministrator(author.roles)) {
    return refuse('access.request-void')
  }
  const { act } = request
  if (act.kind !== 'create') return refuseIfChanged(state, { act, withLink: request.withLink }, people)
  const isFree = findByLogin(people, act.login) === null
  return isFree ? null : refuse('access.login-taken', { field: 'login', detail: act.login })
}

type OnAccount = Readonly<{ act: Exclude<GraveAct, { kind: 'create' }>; withLink: boolean }>

function refuseIfChanged(state: AccessState, { act, withLink }: OnAccount, people: People): Decision | null {
  const person = people[act.account]
  if (person === undefined || person.closed) return refuse('access.account-closed')
  const hasOtherRoles = act.kind === 'change' && person.roles.join() !== act.was.join()
  const isOpenToOne = needsLink(state, act) && !withLink
  return hasOtherRoles || isOpenToOne ? refuse('access.changed-meanwhile') : null
}

function eventsOf(act: GraveAct, account: PersonId): readonly AccessEvent[] {
  switch (act.kind) {
    case 'create': {
      const { login, name, roles } = act
      return [{ type: 'access.accountCreated', account, login, name, roles }]
    }
    case 'change':
      return [{ type: 'access.accountChanged', account, name: act.name, roles: act.roles }]
    case 'reissue':
      return []
    case 'deputy':
      return [{ type: 'access.deputyNamed', account, role: act.role }]
    default:
      return unreachable(act)
  }
}

type Link = Readonly<{ tokenHash: string; at: number }>

/** From now on only both halves open the account: an earlier password, whoever knows it, is no longer one. */
function linkOf(account: PersonId, link: Link): readonly AccessEvent[] {
  return [
    invitationFor(account, link),
    { type: 'access.linkShared', account },
    { type: 'access.passwordDropped', account },
    { type: 'access.sessionsRevoked', account, except: null },
  ]
}

type Given = Readonly<{ account: PersonId; requestedBy: PersonId }>

/**
 * Two people of whom one rests on one person's word are one person as far as anybody knows: the act goes through and
 * keeps the mark. Two who do not, lift it.
 */
function standingOf({ account, requestedBy }: Given, { standing, by }: Context): readonly AccessEvent[] {
  const { people } = standing
  const doubted = [requestedBy, by].some((id) => id === 'system' || people[id]?.alone !== null)
  if (doubted) return [{ type: 'access.givenAlone', account, by: requestedBy }]
  return (people[account]?.alone ?? null) === null ? [] : [{ type: 'access.vouched', account }]
}
