import type { AccessEvent } from '#shared/access/events.ts'
import type { PersonId } from '#shared/lib/id.ts'
import { day } from '#shared/lib/time.ts'

/** Over a weekend and a leave; longer, it lies about. */
const standsFor = 7 * day

/** A link that opens this account from now on, the only one. How long it does so is no console's to say. */
export function invitationFor(
  account: PersonId,
  { tokenHash, at }: Readonly<{ tokenHash: string; at: number }>,
): AccessEvent {
  return { type: 'access.invitationIssued', account, tokenHash, expiresAt: at + standsFor }
}
