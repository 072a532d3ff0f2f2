import type { Lookup } from '#shared/journal/telling.ts'
import type { MemberId, PersonId } from '#shared/lib/id.ts'
import { nameOfMember, spokenName } from '#shared/roster/select.ts'
import type { Standing } from '#shared/state.ts'

/** Names for the sentences of facts that the register has not told yet. */
export function lookupIn({ people, roster }: Standing): Lookup {
  return (id) => {
    const person = people[id as PersonId]
    if (person !== undefined) return person.name
    const member = nameOfMember(roster, id as MemberId)
    return member === null ? null : spokenName(member)
  }
}
