import type { MemberId, SubjectId } from '#shared/lib/id.ts'
import { unreachable } from '#shared/lib/unreachable.ts'
import type { RosterEvent } from '#shared/roster/events.ts'
import type { Member, Roster } from '#shared/roster/state.ts'

// Names of people who were in a crisis that is still on the screens; older ones are in the journal.
const mostFormer = 500

export function evolveRoster(roster: Roster, event: RosterEvent, at: number): Roster {
  switch (event.type) {
    case 'roster.memberAdded':
    case 'roster.memberChanged':
      return evolveMembers(roster, [{ event, at }])
    case 'roster.memberRemoved':
      return removeMember(roster, event.member, at)
    case 'roster.imported': {
      const { added, changed, removed } = event
      return { ...roster, lastImport: { at, added, changed, removed } }
    }
    default:
      return unreachable(event)
  }
}

export type MemberFact = Readonly<{
  event: Extract<RosterEvent, { type: 'roster.memberAdded' | 'roster.memberChanged' }>
  at: number
}>

/** What several facts in a row make of the members: a list of 5,000, one by one, would copy the pool 5,000 times. */
export function evolveMembers(roster: Roster, facts: readonly MemberFact[]): Roster {
  const members: Record<MemberId, Member> = { ...roster.members }
  for (const { event, at } of facts) {
    const { member: id, details, personal } = event
    const before = members[id]
    if (event.type === 'roster.memberAdded') members[id] = { ...details, personal, phonesSince: at }
    else if (before !== undefined) {
      members[id] = { ...details, personal, phonesSince: event.phonesChanged ? at : before.phonesSince }
    }
  }
  return { ...roster, members }
}

function removeMember(roster: Roster, id: MemberId, leftAt: number): Roster {
  const { [id]: gone, ...members } = roster.members
  if (gone === undefined) return roster
  const personal =
    gone.personal === null ? null : { lastName: gone.personal.lastName, firstName: gone.personal.firstName }
  return { ...roster, members, former: [...roster.former.slice(1 - mostFormer), { id, leftAt, personal }] }
}

/** Erasure: nothing of the person remains in the live state; that there was a member does. */
export function forgetMember(roster: Roster, subject: SubjectId): Roster {
  const id = subject as MemberId
  const member = roster.members[id]
  const former = roster.former.map((other) => (other.id === subject ? { ...other, personal: null } : other))
  if (member === undefined) return { ...roster, former }
  return { ...roster, former, members: { ...roster.members, [id]: { ...member, personal: null } } }
}
