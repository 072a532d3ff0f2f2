import type { CallinCommand } from '#shared/callin/commands.ts'
import { calledOf, isPresent, occupantOf } from '#shared/callin/select.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { unreachable } from '#shared/lib/unreachable.ts'
import { nameOfMember, spokenName } from '#shared/roster/select.ts'
import type { Crisis } from '#shared/state.ts'

type Presence = Extract<
  CallinCommand,
  { type: 'callin.arrive' | 'callin.seat' | 'callin.break' | 'callin.leave' }
>

/** Members come by themselves, are told by colleagues, or never answered: whoever stands at the door may be let in. */
export function decidePresence(crisis: Crisis, command: Presence, context: Context): Decision {
  const { member } = command
  const { stand } = calledOf(crisis.callin, member)
  const isKnown = context.standing.roster.members[member] !== undefined
  // Somebody struck off the roster in the middle of a crisis can still take a break and go home.
  if (!isKnown && !isPresent(stand)) return refuse('callin.unknown-member', { field: 'member' })
  switch (command.type) {
    case 'callin.arrive':
      return isPresent(stand) ? accept() : accept({ type: 'callin.arrived', member })
    case 'callin.seat':
      return decideSeat(crisis, { member, post: command.post }, context)
    case 'callin.break':
      if (stand.is === 'onBreak') return accept()
      return isPresent(stand) ? accept({ type: 'callin.wentOnBreak', member }) : refuse('callin.not-present')
    case 'callin.leave':
      return isPresent(stand) ? accept({ type: 'callin.left', member }) : refuse('callin.not-present')
    default:
      return unreachable(command)
  }
}

type Place = Readonly<{ member: MemberId; post: number }>

function decideSeat({ activation, callin }: Crisis, { member, post }: Place, context: Context): Decision {
  if (post > activation.posts) {
    return refuse('callin.unknown-post', { field: 'post', detail: String(activation.posts) })
  }
  const occupant = occupantOf(callin, post)
  if (occupant === member) return accept()
  if (occupant !== null) {
    const name = nameOfMember(context.standing.roster, occupant)
    const detail = name === null ? null : spokenName(name)
    return refuse('callin.post-taken', { field: 'post', detail })
  }
  return accept({ type: 'callin.seated', member, post })
}
