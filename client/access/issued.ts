import { postJson } from '#client/lib/api.ts'
import type { PersonId, RequestId } from '#shared/lib/id.ts'
import type { DeputyRole } from '#shared/access/grave.ts'
import type { Role } from '#shared/access/roles.ts'

/** What an administrator's act came to: done, or a request that waits (its id); the link to hand over, or half of it. */
export type Issued = Readonly<{ name: string; token: string | null; request: RequestId | null }>

/** Whether anything has to be handed over, or waited for. */
export function isToKeep({ token, request }: Issued): boolean {
  return token !== null || request !== null
}

type Answer = Omit<Issued, 'name'>

type Account = Readonly<{ account: PersonId; name: string }>

export async function createAccount(
  account: Readonly<{ name: string; login: string; roles: readonly Role[] }>,
): Promise<Issued> {
  return { name: account.name, ...(await postJson<Answer>('/api/access/accounts', account)) }
}

export async function changeAccount(change: Account & Readonly<{ roles: readonly Role[] }>): Promise<Issued> {
  return { name: change.name, ...(await postJson<Answer>('/api/access/accounts/change', change)) }
}

export async function reissueLink({ account, name }: Account): Promise<Issued> {
  return { name, ...(await postJson<Answer>('/api/access/accounts/reissue', { account })) }
}

export async function nameDeputy({ account, name }: Account, role: DeputyRole): Promise<Issued> {
  return { name, ...(await postJson<Answer>('/api/access/accounts/deputy', { account, role })) }
}
