import type { CallinDesk } from '#client/callin/use-callin.ts'
import type { CallinCommand } from '#shared/callin/commands.ts'
import { calledOf, freePost, isPresent } from '#shared/callin/select.ts'
import type { MemberId } from '#shared/lib/id.ts'

/** The letters of the French words: arrivé, poste, départ; b, as in "break", where pause would take the p of poste. */
const arrivalKeys = { arrive: 'a', seat: 'p', break: 'b', leave: 'd' } as const
export type ArrivalDeed = keyof typeof arrivalKeys

type Offer = Readonly<{ deed: ArrivalDeed; command: CallinCommand }>

/** What this person can do with a member at the door now. Seating takes the lowest free post. */
export function arrivalDeeds({ crisis, may }: CallinDesk, member: MemberId): readonly Offer[] {
  const { stand } = calledOf(crisis.callin, member)
  const post = freePost(crisis.callin, crisis.activation.posts)
  const offers: Offer[] = []
  if (!isPresent(stand)) offers.push({ deed: 'arrive', command: { type: 'callin.arrive', member } })
  if (post !== null && stand.is !== 'atPost') {
    offers.push({ deed: 'seat', command: { type: 'callin.seat', member, post } })
  }
  if (isPresent(stand) && stand.is !== 'onBreak') {
    offers.push({ deed: 'break', command: { type: 'callin.break', member } })
  }
  if (isPresent(stand)) offers.push({ deed: 'leave', command: { type: 'callin.leave', member } })
  return offers.filter(({ command }) => may(command.type))
}

/** What this person can do at the door at all, each with its key. */
export function keyedDeeds({ may }: CallinDesk): readonly (readonly [ArrivalDeed, string])[] {
  const deeds = Object.entries(arrivalKeys) as [ArrivalDeed, string][]
  return deeds.filter(([deed]) => may(`callin.${deed}`))
}
