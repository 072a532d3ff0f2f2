import type { MemberId, SubjectId } from '#shared/lib/id.ts'
import { unreachable } from '#shared/lib/unreachable.ts'
import type { RosterEvent } from '#shared/roster/events.ts'
import type { Roster } from '#shared/roster/state.ts'

// Names of people who were in a crisis that is still on the screens; older ones are in the journal.
const mostFormer = 500

export function evolveRoster(roster: Roster, event: RosterEvent, at: number): Roster {
  switch (event.type) {
    case 'roster.memberAdded': {
      const { member, details, personal } = event
      const added = { ...details, personal, phonesSince: at }
      return { ...roster, members: { ...roster.members, [member]: added } }
    }
    case 'roster.memberChanged': {
      const { member: id, details, personal, phonesChanged } = event
      const before = roster.members[id]
      if (before === undefined) return roster
      const phonesSince = phonesChanged ? at : before.phonesSince
      return { ...roster, members: { ...roster.members, [id]: { ...details, personal, phonesSince } } }
    }
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
