import type { MemberId } from '#shared/lib/id.ts'
import type { ImportedMember } from '#shared/roster/member.ts'
import { player, type Stage } from './stage.ts'

/** At the switchboard; she keeps the pool too. */
export const alice = player(1, 'switchboard', 'hr')

/** A member of the pool; numbers are of the range kept for fiction. */
export function member(n: number, change: Partial<ImportedMember> = {}): ImportedMember {
  const last = String(n).padStart(4, '0')
  return {
    lastName: `Nom${last}`,
    firstName: 'Camille',
    service: 'Préfecture',
    phones: [
      { kind: 'mobile', e164: `+3363998${last}` },
      { kind: 'home', e164: `+3319900${last}` },
    ],
    email: `camille.nom${last}@exemple.test`,
    distanceKm: n,
    travelMinutes: null,
    commune: null,
    skills: [],
    languages: [],
    trainedOn: null,
    rank: null,
    ...change,
  }
}

/** Puts them into the pool and gives their ids, in the same order. */
export function recruit(stage: Stage, ...members: readonly ImportedMember[]): readonly MemberId[] {
  const said = stage.does(alice, {
    type: 'roster.import',
    members: members.map((added) => ({ id: null, member: added })),
    remove: [],
  })
  if (!said.accepted) throw new Error(said.refusal.code)
  return said.events.flatMap((event) => (event.type === 'roster.memberAdded' ? [event.member] : []))
}
