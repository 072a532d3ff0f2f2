import type { RosterEvent } from '#shared/roster/events.ts'
import type { MemberPersonal, Roster } from '#shared/roster/state.ts'

/*
 * What a console without the `contacts` clearance receives: names, and no way to reach or find anybody at home.
 * Masking a fold and folding masked events give the same (test/convergence/view.test.ts).
 */

export function maskRosterEvent(event: Identifying): RosterEvent {
  return event.personal === null ? event : { ...event, personal: maskPersonal(event.personal) }
}
type Identifying = Extract<RosterEvent, { personal: unknown }>

function maskPersonal(personal: MemberPersonal): MemberPersonal {
  return { ...personal, phones: [], email: null, commune: null }
}

export function maskRoster(roster: Roster): Roster {
  const members = Object.entries(roster.members).map(([id, member]) => [
    id,
    member.personal === null ? member : { ...member, personal: maskPersonal(member.personal) },
  ])
  return { ...roster, members: Object.fromEntries(members) }
}
