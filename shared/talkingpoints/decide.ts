import { accept, refuse, type Decision } from '#shared/decision.ts'
import type { Context } from '#shared/decision.ts'
import { unreachable } from '#shared/lib/unreachable.ts'
import type { Crisis } from '#shared/state.ts'
import type { TalkingPointsCommand } from '#shared/talkingpoints/commands.ts'
import { retract } from '#shared/talkingpoints/issue.ts'
import type { TalkingPoints } from '#shared/talkingpoints/state.ts'

export function decideTalkingPoints(
  { talkingpoints: state }: Crisis,
  command: TalkingPointsCommand,
  context: Context,
): Decision {
  switch (command.type) {
    case 'talkingpoints.forbid': {
      const { statements, basedOn } = command
      if (basedOn < state.forbiddenIn) return refuse('talkingpoints.changed-meanwhile')
      if (statements.join('\n') === state.forbidden.join('\n')) return accept()
      return accept({ type: 'talkingpoints.forbidden', version: state.version + 1, statements })
    }
    case 'talkingpoints.retire': {
      const events = retract(state, command.message, command.reason)
      return events.length === 0 ? refuse('talkingpoints.unknown-section') : accept(...events)
    }
    case 'talkingpoints.acknowledge':
      return decideAcknowledge(state, command.version, context)
    default:
      return unreachable(command)
  }
}

/** Who acknowledges says what they have read: an earlier version means the newer one is still unread. */
function decideAcknowledge(state: TalkingPoints, version: number, { by }: Context): Decision {
  if (version !== state.version || version === 0) return refuse('talkingpoints.superseded')
  if (by === 'system' || state.acks[by]?.version === version) return accept()
  return accept({ type: 'talkingpoints.acknowledged', version })
}
