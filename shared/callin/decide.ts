import type { CallinCommand } from '#shared/callin/commands.ts'
import { decideLog, decideUndo } from '#shared/callin/decide-log.ts'
import { decidePresence } from '#shared/callin/decide-presence.ts'
import { decideRelease, decideTake, decideTakeNext } from '#shared/callin/decide-take.ts'
import type { Context, Decision } from '#shared/decision.ts'
import { unreachable } from '#shared/lib/unreachable.ts'
import type { Crisis } from '#shared/state.ts'

export function decideCallin(crisis: Crisis, command: CallinCommand, context: Context): Decision {
  switch (command.type) {
    case 'callin.take':
      return decideTake(crisis, command, context)
    case 'callin.takeNext':
      return decideTakeNext(crisis, context)
    case 'callin.release':
      return decideRelease(crisis.callin, command.member, context)
    case 'callin.log':
      return decideLog(crisis, command, context)
    case 'callin.undo':
      return decideUndo(crisis, command.member, context)
    case 'callin.arrive':
    case 'callin.seat':
    case 'callin.break':
    case 'callin.leave':
      return decidePresence(crisis, command, context)
    default:
      return unreachable(command)
  }
}
