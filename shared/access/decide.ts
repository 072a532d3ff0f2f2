import { accountMadeBy, type AccessCommand } from '#shared/access/commands.ts'
import { decideConfirm, decideDecline, decideRequest, decideWithdraw } from '#shared/access/decide-request.ts'
import { graveActOf } from '#shared/access/grave.ts'
import { invitationFor } from '#shared/access/invitation.ts'
import { endOf, keepLeft, sessionLength } from '#shared/access/session.ts'
import { administrators, findByLogin, isAdministrator, isInvited } from '#shared/access/select.ts'
import type { AccessState } from '#shared/access/state.ts'
import { mayVouch, needsTwo } from '#shared/access/two-people.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import type { PersonId } from '#shared/lib/id.ts'
import { day } from '#shared/lib/time.ts'
import { unreachable } from '#shared/lib/unreachable.ts'

type Of<T extends AccessCommand['type']> = Extract<AccessCommand, { type: T }>

/** Every command of accounts and sessions; what is grave waits for a second person, or is marked as given alone. */
export function decideAccess(state: AccessState, command: AccessCommand, context: Context): Decision {
  const act = graveActOf(command, context.standing.people)
  const decision = decideOne(state, command, context)
  if (act === null || !decision.accepted || decision.events.length === 0) return decision
  // Accounts made on the machine itself need nobody, and bear its mark.
  if (context.by !== 'system' && needsTwo(context.standing.people, context.at)) {
    return decideRequest(state, { act, half: 'tokenHash' in command ? command.tokenHash : null }, context)
  }
  const account = act.kind === 'create' ? accountMadeBy(context.id) : act.account
  return accept(...decision.events, { type: 'access.givenAlone', account, by: context.by })
}

/** As one person's word would have it. */
function decideOne(state: AccessState, command: AccessCommand, context: Context): Decision {
  switch (command.type) {
    case 'access.setUp':
      return decideSetUp(command, context)
    case 'access.createAccount':
      return decideCreate(command, context)
    case 'access.recover':
      return decideRecover(command, context)
    case 'access.setPassword':
      return decideSetPassword(state, command, context)
    case 'access.openSession':
      return decideOpenSession(state, command, context)
    case 'access.recordLimit':
      return accept({ type: 'access.signInLimited', account: command.account })
    case 'access.holdSessions':
      return decideHoldSessions(state, command, context)
    case 'access.endSession':
      return decideEndSession(state, command, context)
    case 'access.closeSession':
      return decideCloseSession(state, command, context)
    case 'access.revokeSessions':
      return decideRevoke(command, context)
    case 'access.confirm':
      return decideConfirm(state, command, context)
    case 'access.decline':
      return decideDecline(command, context)
    case 'access.withdraw':
      return decideWithdraw(command, context)
    case 'access.vouch':
      return decideVouch(state, command, context)
    case 'access.nameDeputy':
    case 'access.dismissDeputy':
    case 'access.reissueInvitation':
    case 'access.changeAccount':
    case 'access.closeAccount':
    case 'access.expirePassword':
    case 'access.unlock':
      return decideAdministration(command, context)
    default:
      return unreachable(command)
  }
}

function decideSetUp({ login, name, verifier }: Of<'access.setUp'>, context: Context): Decision {
  if (Object.keys(context.standing.people).length > 0) return refuse('access.already-set-up')
  const account = accountMadeBy(context.id)
  return accept(
    { type: 'access.accountCreated', account, login, name, roles: ['admin'] },
    { type: 'access.passwordSet', account, subject: account, personal: { verifier } },
  )
}

function decideCreate(command: Of<'access.createAccount'>, context: Context): Decision {
  const { login, name, roles, tokenHash } = command
  if (findByLogin(context.standing.people, login) !== null) {
    return refuse('access.login-taken', { field: 'login', detail: login })
  }
  const account = accountMadeBy(context.id)
  return accept(
    { type: 'access.accountCreated', account, login, name, roles },
    invitationFor(account, { tokenHash, at: context.at }),
  )
}

/** An administrator again: the account of that login, or a new one. Nobody is asked, every approver is told. */
function decideRecover({ login, tokenHash }: Of<'access.recover'>, context: Context): Decision {
  const known = findByLogin(context.standing.people, login)
  const account = known ?? accountMadeBy(context.id)
  const invited = invitationFor(account, { tokenHash, at: context.at })
  const marked = { type: 'access.givenAlone', account, by: context.by } as const
  const person = context.standing.people[account]
  if (person === undefined) {
    const created = { type: 'access.accountCreated', account, login, name: login, roles: ['admin'] } as const
    return accept(created, invited, marked)
  }
  const { name, roles, closed } = person
  if (closed) return refuse('access.account-closed')
  if (isAdministrator(roles)) return accept(invited, marked)
  return accept({ type: 'access.accountChanged', account, name, roles: [...roles, 'admin'] }, invited, marked)
}

function decideSetPassword(
  state: AccessState,
  command: Of<'access.setPassword'>,
  context: Context,
): Decision {
  const { account, verifier, tokenHash, present } = command
  const known = state.accounts[account]
  const refusal = refuseUnlessOpen(account, context)
  if (refusal !== null) return refusal
  if (tokenHash !== null && (known === undefined || !isInvited(known, tokenHash, context.at))) {
    return refuse('access.invitation-invalid')
  }
  if (tokenHash === null && !stillStands(state, account, present)) return refuse('access.changed-meanwhile')
  return accept(
    { type: 'access.passwordSet', account, subject: account, personal: { verifier } },
    // Whoever knew the earlier password may still be signed in somewhere.
    { type: 'access.sessionsRevoked', account, except: null },
  )
}

/** To hold a password takes a moment, in which it may have been replaced, or its owner thrown out. */
function stillStands(
  { accounts, sessions }: AccessState,
  account: PersonId,
  present: Of<'access.setPassword'>['present'],
): boolean {
  if (present === null) return false
  const { verifier, session } = present
  return accounts[account]?.verifier === verifier && sessions[session]?.account === account
}

function decideOpenSession(
  state: AccessState,
  command: Of<'access.openSession'>,
  context: Context,
): Decision {
  const { account, verifier, session, agent } = command
  const expiresAt = context.at + sessionLength
  const opened = { type: 'access.sessionOpened', account, session, expiresAt, agent } as const
  const person = context.standing.people[account]
  const isNews = person !== undefined && isAdministrator(person.roles) && isUnseen(person.seenAt, context.at)
  const seen = isNews ? [{ type: 'access.administratorSeen', account } as const] : []
  const refusal = refuseUnlessOpen(account, context)
  if (refusal !== null) return refusal
  // What was held is no longer this account's password: another was set meanwhile, or a new link given.
  if ((state.accounts[account]?.verifier ?? null) !== verifier) return refuse('access.changed-meanwhile')
  return accept(opened, ...seen)
}

function isUnseen(seenAt: number | null, now: number): boolean {
  return seenAt === null || now - seenAt >= day
}

/** Only who rests on nobody's word alone can lend theirs, and never to what they gave themselves. */
function decideVouch(state: AccessState, { account }: Of<'access.vouch'>, context: Context): Decision {
  const { by, standing } = context
  const refusal = refuseUnlessOpen(account, context)
  if (refusal !== null) return refusal
  if ((standing.people[account]?.alone ?? null) === null) return accept()
  if (by === 'system' || !mayVouch(standing.people, { person: by, account })) {
    return refuse('access.not-independent')
  }
  // Whoever gave the link that is still out could open the account after the word was lent.
  if (hasLinkOut(state, account, context.at)) return refuse('access.not-opened')
  return accept({ type: 'access.vouched', account })
}

function hasLinkOut({ accounts }: AccessState, account: PersonId, now: number): boolean {
  const link = accounts[account]?.invitation ?? null
  return link !== null && link.expiresAt > now
}

function decideHoldSessions(
  { sessions }: AccessState,
  { from, to }: Of<'access.holdSessions'>,
  { head }: Context,
): Decision {
  const held = keepLeft(sessions, { from, to, seq: head + 1 })
  const isAnyHeld = Object.entries(held).some(([id, session]) => session !== sessions[id])
  return isAnyHeld ? accept({ type: 'access.sessionsHeld', from, to }) : accept()
}

function decideEndSession(
  { sessions }: AccessState,
  { session }: Of<'access.endSession'>,
  { at }: Context,
): Decision {
  const ending = sessions[session]
  if (ending === undefined || endOf(ending) > at) return accept()
  return accept({ type: 'access.sessionClosed', account: ending.account, session })
}

function decideCloseSession(
  state: AccessState,
  command: Of<'access.closeSession'>,
  context: Context,
): Decision {
  const session = state.sessions[command.session]
  if (session === undefined) return accept()
  if (!mayManage(session.account, context)) return refuse('access.not-yours')
  return accept({ type: 'access.sessionClosed', account: session.account, session: command.session })
}

function decideRevoke({ account, except }: Of<'access.revokeSessions'>, context: Context): Decision {
  if (!mayManage(account, context)) return refuse('access.not-yours')
  return accept({ type: 'access.sessionsRevoked', account, except })
}

function mayManage(account: PersonId, context: Context): boolean {
  return account === context.by || isAdministrator(context.roles)
}

type Administration = Of<
  | 'access.reissueInvitation'
  | 'access.changeAccount'
  | 'access.closeAccount'
  | 'access.expirePassword'
  | 'access.nameDeputy'
  | 'access.dismissDeputy'
  | 'access.unlock'
>

function decideAdministration(command: Administration, context: Context): Decision {
  const { account } = command
  const refusal = refuseUnlessOpen(account, context)
  if (refusal !== null) return refusal
  switch (command.type) {
    case 'access.reissueInvitation':
      return accept(invitationFor(account, { tokenHash: command.tokenHash, at: context.at }))
    case 'access.expirePassword':
      return accept({ type: 'access.passwordExpired', account })
    case 'access.unlock':
      return accept({ type: 'access.unlocked', account })
    case 'access.changeAccount': {
      const { name, roles } = command
      if (!roles.includes('admin') && isLastAdministrator(account, context)) {
        return refuse('access.last-administrator', { field: 'roles' })
      }
      return accept({ type: 'access.accountChanged', account, name, roles })
    }
    case 'access.closeAccount':
      if (isLastAdministrator(account, context)) return refuse('access.last-administrator')
      return accept({ type: 'access.accountClosed', account })
    case 'access.nameDeputy':
    case 'access.dismissDeputy':
      return decideDeputy(command, context)
    default:
      return unreachable(command)
  }
}

function decideDeputy(
  { type, account, role }: Of<'access.nameDeputy' | 'access.dismissDeputy'>,
  { standing }: Context,
): Decision {
  const isDeputy = standing.people[account]?.deputyFor.includes(role) ?? false
  if (type === 'access.dismissDeputy') {
    return isDeputy ? accept({ type: 'access.deputyDismissed', account, role }) : accept()
  }
  return isDeputy ? accept() : accept({ type: 'access.deputyNamed', account, role })
}

function refuseUnlessOpen(account: PersonId, context: Context): Decision | null {
  const person = context.standing.people[account]
  if (person === undefined) return refuse('access.unknown-account')
  return person.closed ? refuse('access.account-closed') : null
}

function isLastAdministrator(account: PersonId, context: Context): boolean {
  const all = administrators(context.standing.people)
  return all.length === 1 && all[0] === account
}
