import type { MemberId } from '#shared/lib/id.ts'
import { fold } from '#shared/lib/fold.ts'
import type { ImportedMember } from '#shared/roster/member.ts'
import type { Member, MemberDetails, MemberPersonal, Roster } from '#shared/roster/state.ts'

type Name = Readonly<Pick<MemberPersonal, 'lastName' | 'firstName'>>

/** As a person is called: «Odile Garnier», or the one name that is known. */
export function spokenName({ lastName, firstName }: Name): string {
  return firstName === '' ? lastName : `${firstName} ${lastName}`
}

/** Erased, in the pool or after leaving it: nothing more is written of them. */
export function isErasedMember(member: Readonly<{ personal: unknown }> | undefined): boolean {
  return member?.personal === null
}

/** Whom a member's id stands for, even after they left the pool; null when unknown or erased. */
export function nameOfMember(roster: Roster, id: MemberId): Name | null {
  const member = roster.members[id]
  if (member !== undefined) return member.personal
  return roster.former.findLast((former) => former.id === id)?.personal ?? null
}

/** The private part apart from what every console may hold. */
export function splitMember(member: ImportedMember): Readonly<{
  details: MemberDetails
  personal: MemberPersonal
}> {
  const { lastName, firstName, phones, email, commune, ...rest } = member
  return {
    details: { ...rest, phoneKinds: phones.map((phone) => phone.kind) },
    personal: { lastName, firstName, phones, email, commune },
  }
}

/** The member as a file or the form writes it; null once erased. */
export function joinMember(member: Member): ImportedMember | null {
  const { phoneKinds: _, phonesSince: __, personal, ...details } = member
  return personal === null ? null : { ...details, ...personal }
}

/** These members as an import compares itself with them; the erased are nobody's. */
export function membersToCompare(
  { members }: Roster,
  ids: readonly MemberId[],
): readonly (ImportedMember & { readonly id: string })[] {
  return ids.flatMap((id) => {
    const member = members[id]
    const whole = member === undefined ? null : joinMember(member)
    return whole === null ? [] : [{ id, ...whole }]
  })
}

/** Two with a sign in common are the same person, whatever else differs: the same name, and one of the numbers. */
export function signsOf({
  lastName,
  firstName,
  phones,
}: Pick<MemberPersonal, 'lastName' | 'firstName' | 'phones'>): readonly string[] {
  const name = fold(`${lastName} ${firstName}`)
  return phones.map(({ e164 }) => `${name} ${e164}`)
}

/**
 * The call order of the pool: the rank that HR gave, then who is trained, then who is near. Without a distance the
 * declared travel time stands in, at a kilometre a minute. Ids break ties so that every console shows the same order.
 */
function compareCallOrder([id, one]: Ranked, [otherId, other]: Ranked): number {
  return (
    (one.rank ?? lastPlace) - (other.rank ?? lastPlace) ||
    Number(other.trainedOn !== null) - Number(one.trainedOn !== null) ||
    proximity(one) - proximity(other) ||
    (id < otherId ? -1 : Number(id > otherId))
  )
}
type Ranked = readonly [MemberId, Pick<Member, 'rank' | 'trainedOn' | 'distanceKm' | 'travelMinutes'>]

// Finite, so that two unknowns differ by 0 and not by NaN.
const lastPlace = 10_000
const farAway = 100_000

function proximity({ distanceKm, travelMinutes }: Ranked[1]): number {
  return distanceKm ?? travelMinutes ?? farAway
}

export function membersInCallOrder(roster: Roster): readonly (readonly [MemberId, Member])[] {
  return (Object.entries(roster.members) as [MemberId, Member][]).sort(compareCallOrder)
}

/** Members whose name, service or number holds every word of the query, accents and case aside, in the call order. */
export function searchMembers(roster: Roster, query: string): readonly (readonly [MemberId, Member])[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  return membersInCallOrder(roster).filter(([, member]) => {
    const text = searchable(member)
    return wanted.every((word) => text.includes(word))
  })
}

/** A number is found as it is dialled in France as well as in its international form. */
function searchable({ personal, service }: Member): string {
  const numbers = (personal?.phones ?? []).map(({ e164 }) => `${e164} ${e164.replace(/^\+33/, '0')}`)
  const name = personal === null ? '' : `${personal.lastName} ${personal.firstName}`
  return fold([name, service ?? '', ...numbers].join(' '))
}
