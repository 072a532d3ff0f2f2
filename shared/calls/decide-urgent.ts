import { mayEnd } from '#shared/calls/authority.ts'
import type { CallsCommand } from '#shared/calls/commands.ts'
import { findUrgent } from '#shared/calls/select.ts'
import type { Calls, Urgent } from '#shared/calls/state.ts'
import { UrgentId } from '#shared/lib/id.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'

type Command = Extract<CallsCommand, { type: `calls.${string}Urgent` }>

export function decideUrgent(calls: Calls, command: Command, context: Context): Decision {
  if (command.type === 'calls.raiseUrgent') {
    const { commune } = command
    return accept({ type: 'calls.urgentRaised', urgent: UrgentId.parse(context.id), commune })
  }
  const urgent = findUrgent(calls, command.urgent)
  if (urgent === null) return refuse('calls.unknown-urgent', { field: 'urgent' })
  if (command.type === 'calls.acknowledgeUrgent') return decideAcknowledge(urgent, context)
  return decideEnd(urgent, command, context)
}

function decideAcknowledge({ id: urgent, acknowledged, raisedAt }: Urgent, { at }: Context): Decision {
  if (acknowledged !== null) return accept()
  return accept({ type: 'calls.urgentAcknowledged', urgent, after: Math.max(0, at - raisedAt) })
}

function decideEnd(
  urgent: Urgent,
  { end }: Extract<Command, { type: 'calls.closeUrgent' }>,
  context: Context,
): Decision {
  if (urgent.ended !== null) return accept()
  if (!mayEnd(urgent, context)) return refuse('calls.urgent-not-yours')
  return accept({ type: 'calls.urgentEnded', urgent: urgent.id, end })
}
