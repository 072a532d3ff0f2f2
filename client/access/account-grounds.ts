import type { Grounds } from '#client/sync/use-overtaken.ts'
import type { PersonId, RequestId } from '#shared/lib/id.ts'

/** An account as it was when the question was asked. */
export function accountGrounds(account: PersonId): Grounds {
  return {
    fact: ({ state }) => JSON.stringify(state.standing.people[account] ?? null),
    isChangedBy: (event) => 'account' in event && event.account === account,
  }
}

/** What an answer to a request stands on: that it still waits. */
export function requestGrounds(request: RequestId): Grounds {
  return {
    fact: ({ state }) => state.standing.requests[request] !== undefined,
    isChangedBy: (event) => 'request' in event && event.request === request,
  }
}
