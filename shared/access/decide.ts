import { accountMadeBy, type AccessCommand } from '#shared/access/commands.ts'
import { administrators, findByLogin, isAdministrator, isInvited } from '#shared/access/select.ts'
import type { AccessState } from '#shared/access/state.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import type { PersonId } from '#shared/lib/id.ts'
import { unreachable } from '#shared/lib/unreachable.ts'

type Of<T extends AccessCommand['type']> = Extract<AccessCommand, { type: T }>

export function decideAccess(state: AccessState, command: AccessCommand, context: Context): Decision {
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
      return decideOpenSession(command, context)
    case 'access.recordFailure':
      return accept({ type: 'access.signInFailed', account: command.account })
    case 'access.closeSession':
      return decideCloseSession(state, command, context)
    case 'access.revokeSessions':
      return decideRevoke(command, context)
    case 'access.reissueInvitation':
    case 'access.changeAccount':
    case 'access.closeAccount':
    case 'access.expirePassword':
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
  const { login, name, roles, tokenHash, expiresAt } = command
  if (findByLogin(context.standing.people, login) !== null) {
    return refuse('access.login-taken', { field: 'login', detail: login })
  }
  const account = accountMadeBy(context.id)
  return accept(
    { type: 'access.accountCreated', account, login, name, roles },
    { type: 'access.invitationIssued', account, tokenHash, expiresAt },
  )
}

/** An administrator again: the account of that login, or a new one. */
function decideRecover({ login, tokenHash, expiresAt }: Of<'access.recover'>, context: Context): Decision {
  const known = findByLogin(context.standing.people, login)
  const account = known ?? accountMadeBy(context.id)
  const invited = { type: 'access.invitationIssued', account, tokenHash, expiresAt } as const
  const person = context.standing.people[account]
  if (person === undefined) {
    return accept({ type: 'access.accountCreated', account, login, name: login, roles: ['admin'] }, invited)
  }
  const { name, roles, closed } = person
  if (closed) return refuse('access.account-closed')
  if (isAdministrator(roles)) return accept(invited)
  return accept({ type: 'access.accountChanged', account, name, roles: [...roles, 'admin'] }, invited)
}

function decideSetPassword(
  state: AccessState,
  command: Of<'access.setPassword'>,
  context: Context,
): Decision {
  const { account, verifier, tokenHash } = command
  const known = state.accounts[account]
  const refusal = refuseUnlessOpen(account, context)
  if (refusal !== null) return refusal
  if (tokenHash !== null && (known === undefined || !isInvited(known, tokenHash, context.at))) {
    return refuse('access.invitation-invalid')
  }
  return accept(
    { type: 'access.passwordSet', account, subject: account, personal: { verifier } },
    // Whoever knew the earlier password may still be signed in somewhere.
    { type: 'access.sessionsRevoked', account, except: null },
  )
}

function decideOpenSession(command: Of<'access.openSession'>, context: Context): Decision {
  const { account, session, expiresAt, agent } = command
  return (
    refuseUnlessOpen(account, context) ??
    accept({ type: 'access.sessionOpened', account, session, expiresAt, agent })
  )
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
  'access.reissueInvitation' | 'access.changeAccount' | 'access.closeAccount' | 'access.expirePassword'
>

function decideAdministration(command: Administration, context: Context): Decision {
  const { account } = command
  const refusal = refuseUnlessOpen(account, context)
  if (refusal !== null) return refusal
  switch (command.type) {
    case 'access.reissueInvitation': {
      const { tokenHash, expiresAt } = command
      return accept({ type: 'access.invitationIssued', account, tokenHash, expiresAt })
    }
    case 'access.expirePassword':
      return accept({ type: 'access.passwordExpired', account })
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
    default:
      return unreachable(command)
  }
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
