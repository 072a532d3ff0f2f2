import { now } from '#client/lib/clock.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { openRequests } from '#shared/access/two-people.ts'

/** How many grave acts wait for this person's yes. */
export function useRequestsForMe(): number {
  return useConsole(({ state, you }) =>
    you === null ? 0 : openRequests(state.standing, { person: you.person, now: now() }).forMe.length,
  )
}
