import { useLanguage } from '#client/lib/language.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { namesFrom, type Lookup, type Name } from '#shared/journal/telling.ts'
import type { MemberId, PersonId } from '#shared/lib/id.ts'
import { nameOfMember, spokenName } from '#shared/roster/select.ts'
import type { Standing } from '#shared/state.ts'

/** The name of a colleague or a member as these hold it; null when erased or never heard of. */
export function lookupIn({ people, roster }: Pick<Standing, 'people' | 'roster'>): Lookup {
  return (id) => {
    const person = people[id as PersonId]
    if (person !== undefined) return person.name
    const member = nameOfMember(roster, id as MemberId)
    return member === null ? null : spokenName(member)
  }
}

/** As it is known now. */
export function useLookup(): Lookup {
  return lookupIn(
    useConsole(({ state: { standing } }) => ({ people: standing.people, roster: standing.roster })),
  )
}

/** What a colleague or a member is called, in the reader's language; said so where the name is erased. */
export function useName(): Name {
  return namesFrom(useLookup(), useLanguage())
}
