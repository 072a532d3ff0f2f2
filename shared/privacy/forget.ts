import { forgetAccount } from '#shared/access/forget.ts'
import { forgetInCalls } from '#shared/calls/forget.ts'
import { forgetMember } from '#shared/roster/evolve.ts'
import type { SubjectId } from '#shared/lib/id.ts'
import type { Crisis, State } from '#shared/state.ts'

/**
 * The state as if the subject's personal data had never been known. Each slice that holds a `personal` has its line
 * here; the journal no longer gives it on a replay, so folding again after an erasure ends in the same state.
 */
export function forgetSubject(state: State, subject: SubjectId): State {
  const crises = Object.entries(state.crises).map(([id, crisis]) => [id, forgetInCrisis(crisis, subject)])
  return {
    ...state,
    access: forgetAccount(state.access, subject),
    crises: Object.fromEntries(crises),
    standing: { ...state.standing, roster: forgetMember(state.standing.roster, subject) },
  }
}

function forgetInCrisis(crisis: Crisis, subject: SubjectId): Crisis {
  return {
    ...crisis,
    calls: forgetInCalls(crisis.calls, subject),
  }
}
