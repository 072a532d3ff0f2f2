import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import type { EraseSubject } from '#shared/privacy/commands.ts'

/**
 * A subject need not be known to the live state: most sheets have left it for the register. One that is known nowhere is
 * a mistyped one, and whom it was meant for would stay.
 */
export function decideErase({ subject, reason }: EraseSubject, context: Context): Decision {
  const account = Object.entries(context.standing.people).find(([id]) => id === subject)?.[1]
  // Erasing an account destroys its password: whoever still works would be shut out in the middle of a crisis.
  if (account !== undefined && !account.closed) return refuse('privacy.account-open', { field: 'subject' })
  if (!context.isSubjectKnown) return refuse('privacy.unknown-subject', { field: 'subject' })
  return accept({ type: 'privacy.erased', subject, reason })
}
