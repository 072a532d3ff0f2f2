import type { Calls, Sheet } from '#shared/calls/state.ts'
import type { SubjectId } from '#shared/lib/id.ts'

/** The sheet stays, for the count and the chain of facts; who called and what they said is gone. */
export function forgetInCalls(calls: Calls, subject: SubjectId): Calls {
  const forget = (sheet: Sheet) => (sheet.id === subject ? { ...sheet, personal: null } : sheet)
  return { ...calls, open: calls.open.map(forget), closed: calls.closed.map(forget) }
}
