import { useWords, defineWords } from '#client/lib/words.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { nameOfMember, spokenName } from '#shared/roster/select.ts'
import type { MemberPersonal, Roster } from '#shared/roster/state.ts'

const words = defineWords({ fr: { erased: 'donnée effacée' }, en: { erased: 'data erased' } })

type Name = Readonly<Pick<MemberPersonal, 'lastName' | 'firstName'>> | null

/** Names as they are said ("Odile Garnier") and as they are sorted ("Garnier Odile"). Erased ones say so. */
export function usePersonNames(roster: Roster) {
  const { erased } = useWords(words)
  const spoken = (name: Name) => (name === null ? erased : spokenName(name))
  return {
    spoken,
    sorted: (name: Name) => (name === null ? erased : `${name.lastName} ${name.firstName}`.trim()),
    of: (id: MemberId) => spoken(nameOfMember(roster, id)),
  }
}
