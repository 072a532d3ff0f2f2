import { useConsole } from '#client/sync/use-console.ts'
import type { Lookup } from '#shared/journal/telling.ts'
import type { MemberId, PersonId } from '#shared/lib/id.ts'
import { spokenName } from '#shared/roster/select.ts'

/** The name of a colleague or a member as it is known now; null when erased or never heard of. */
export function useLookup(): Lookup {
  const { people, members } = useConsole(({ state }) => ({
    people: state.standing.people,
    members: state.standing.roster.members,
  }))
  return (id) => {
    const personal = members[id as MemberId]?.personal
    const member = personal === null || personal === undefined ? null : spokenName(personal)
    return people[id as PersonId]?.name ?? member
  }
}
