import type { ActorRole } from '#shared/access/roles.ts'
import { endOf, type Session } from '#shared/access/session.ts'
import type { AccessState, Account, People } from '#shared/access/state.ts'
import type { PersonId } from '#shared/lib/id.ts'

export function findByLogin(people: People, login: string): PersonId | null {
  const found = Object.entries(people).find(([, person]) => person.login === login)
  return found === undefined ? null : (found[0] as PersonId)
}

/** The session a token's hash stands for, unless it is over at `now`. */
export function liveSession(state: AccessState, tokenHash: string, now: number): Session | null {
  const session = state.sessions[tokenHash]
  return session === undefined || endOf(session) <= now ? null : session
}

export function accountInvitedBy(state: AccessState, tokenHash: string, now: number): PersonId | null {
  const found = Object.entries(state.accounts).find(([, account]) => isInvited(account, tokenHash, now))
  return found === undefined ? null : (found[0] as PersonId)
}

export function isInvited(account: Account, tokenHash: string, now: number): boolean {
  return account.invitation?.tokenHash === tokenHash && account.invitation.expiresAt > now
}

export function isAdministrator(roles: readonly ActorRole[]): boolean {
  return roles.includes('admin')
}

export function administrators(people: People): readonly PersonId[] {
  return Object.entries(people)
    .filter(([, person]) => !person.closed && isAdministrator(person.roles))
    .map(([id]) => id as PersonId)
}
