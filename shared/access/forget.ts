import type { AccessState } from '#shared/access/state.ts'
import type { SubjectId } from '#shared/lib/id.ts'

/** An erased account has no password any more: nobody can sign in with it again. */
export function forgetAccount(state: AccessState, subject: SubjectId): AccessState {
  const found = Object.entries(state.accounts).find(([id]) => id === subject)
  if (found === undefined) return state
  const [id, account] = found
  return { ...state, accounts: { ...state.accounts, [id]: { ...account, verifier: null } } }
}
