import type { Role } from '#shared/access/roles.ts'
import { acceptInvitation, post, type Session } from '#scripts/headless/session.ts'
import { password, sessionOf } from './accounts.ts'

/** One more person of a role that the tests already have one of: invited by the administrator, with a session of their own. */
export async function invite(
  url: string,
  { login, name, roles }: Readonly<{ login: string; name: string; roles: readonly Role[] }>,
): Promise<Session> {
  const admin = sessionOf(url, 'admin')
  const { token } = await post<{ token: string }>(admin, '/api/access/accounts', { login, name, roles })
  return acceptInvitation(url, token, password)
}
