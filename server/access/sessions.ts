import type { IncomingMessage } from 'node:http'
import { liveSession } from '#shared/access/select.ts'
import type { Role } from '#shared/access/roles.ts'
import type { PersonId } from '#shared/lib/id.ts'
import type { State } from '#shared/state.ts'
import { hashToken } from '#server/access/tokens.ts'

/** Who is asking: shared by HTTP and the socket. */
export type SignedIn = Readonly<{
  person: PersonId
  name: string
  roles: readonly Role[]
  /** The session's public id: the SHA-256 of its token. */
  session: string
  mustChangePassword: boolean
}>

/** `__Host-` binds the cookie to this host and to TLS; without TLS (loopback, trial) browsers refuse that prefix. */
export function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-cip' : 'cip'
}

/** Behind TLS the plain cookie counts for nothing: another host of the domain, or a page without TLS, can plant it. */
export function readToken(request: Pick<IncomingMessage, 'headers'>, isSecure: boolean): string | null {
  return readCookie(request, cookieName(isSecure))
}

export function readCookie({ headers }: Pick<IncomingMessage, 'headers'>, name: string): string | null {
  for (const pair of headers.cookie?.split(';') ?? []) {
    const [found, value] = pair.trim().split('=', 2)
    if (found === name && value !== undefined) return value
  }
  return null
}

/** Null: no session, expired, revoked, or the account is closed. */
export function whoIs(state: State, token: string | null, now: number): SignedIn | null {
  return token === null ? null : whoHolds(state, hashToken(token), now)
}

export function whoHolds(state: State, session: string, now: number): SignedIn | null {
  const live = liveSession(state.access, session, now)
  const person = live === null ? undefined : state.standing.people[live.account]
  if (live === null || person === undefined || person.closed) return null
  const mustChangePassword = state.access.accounts[live.account]?.mustChangePassword ?? false
  return { person: live.account, name: person.name, roles: person.roles, session, mustChangePassword }
}
