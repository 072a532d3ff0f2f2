import { mayEnd } from '#shared/calls/authority.ts'
import type { CallsCommand } from '#shared/calls/commands.ts'
import type { Calls, Urgent } from '#shared/calls/state.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'

type Command = Extract<CallsCommand, { type: `calls.${string}Urgent` }>

export function decideUrgent(calls: Calls, command: Command, context: Context): Decision {
  const urgent = calls.urgents.findLast(({ sheet }) => sheet === command.sheet) ?? null
  if (command.type === 'calls.raiseUrgent') return decideRaise(urgent, command)
  if (urgent === null) return refuse('calls.unknown-urgent', { field: 'sheet' })
  if (command.type === 'calls.acknowledgeUrgent') return decideAcknowledge(urgent, context)
  return decideEnd(urgent, command, context)
}

function decideRaise(
  urgent: Urgent | null,
  { sheet, commune }: Extract<Command, { type: 'calls.raiseUrgent' }>,
): Decision {
  const isRunning = urgent !== null && urgent.ended === null
  return isRunning ? accept() : accept({ type: 'calls.urgentRaised', sheet, commune })
}

function decideAcknowledge({ sheet, acknowledged, raisedAt }: Urgent, { at }: Context): Decision {
  if (acknowledged !== null) return accept()
  return accept({ type: 'calls.urgentAcknowledged', sheet, after: Math.max(0, at - raisedAt) })
}

function decideEnd(
  urgent: Urgent,
  { end }: Extract<Command, { type: 'calls.closeUrgent' }>,
  context: Context,
): Decision {
  if (urgent.ended !== null) return accept()
  if (!mayEnd(urgent, context)) return refuse('calls.urgent-not-yours')
  return accept({ type: 'calls.urgentEnded', sheet: urgent.sheet, end })
}
