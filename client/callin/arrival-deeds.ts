import type { CallinCommand } from '#shared/callin/commands.ts'
import { freePost, isPresent } from '#shared/callin/select.ts'
import type { Called } from '#shared/callin/state.ts'
import type { MemberId } from '#shared/lib/id.ts'
import type { Crisis } from '#shared/state.ts'

/** The letters of the French words: arrivé, poste, pause (b for the break on the sheet), départ. */
export const arrivalKeys = { arrive: 'a', seat: 'p', break: 'b', leave: 'd' } as const
export type ArrivalDeed = keyof typeof arrivalKeys

type Place = Readonly<{ crisis: Crisis; id: MemberId; called: Called }>

/** What can be done with a member at the door now, each as the command it gives. Seating takes the lowest free post. */
export function arrivalDeeds({
  crisis,
  id: member,
  called,
}: Place): Readonly<Partial<Record<ArrivalDeed, CallinCommand>>> {
  const post = freePost(crisis.callin, crisis.activation.posts)
  const { is } = called.stand
  const seat = post === null || is === 'atPost' ? {} : { seat: { type: 'callin.seat', member, post } as const }
  if (!isPresent(called.stand)) return { arrive: { type: 'callin.arrive', member }, ...seat }
  return {
    ...seat,
    ...(is === 'onBreak' ? {} : { break: { type: 'callin.break', member } as const }),
    leave: { type: 'callin.leave', member },
  }
}
