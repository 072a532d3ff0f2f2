import { isLead } from '#shared/calls/authority.ts'
import type { CallsCommand } from '#shared/calls/commands.ts'
import { namesIn } from '#shared/calls/mask-text.ts'
import { findSheet, isCallbackOutstanding, isErased } from '#shared/calls/select.ts'
import type { Calls, Sheet } from '#shared/calls/state.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import { day } from '#shared/lib/time.ts'
import { unreachable } from '#shared/lib/unreachable.ts'

type Command = Extract<CallsCommand, { type: `calls.${string}Callback` }>

const latestRetry = 7 * day

export function decideCallback(calls: Calls, command: Command, context: Context): Decision {
  const sheet = findSheet(calls, command.sheet)
  if (sheet === null || !isCallbackOutstanding(sheet)) return refuse('calls.no-callback', { field: 'sheet' })
  switch (command.type) {
    case 'calls.takeCallback':
      if (holderOf(sheet) === context.by) return accept()
      return refuseIfTaken(sheet, context) ?? accept({ type: 'calls.callbackTaken', sheet: sheet.id })
    case 'calls.releaseCallback':
      if (holderOf(sheet) === null) return accept()
      return refuseUnlessLead(sheet, context) ?? accept({ type: 'calls.callbackReleased', sheet: sheet.id })
    case 'calls.closeCallback':
      return refuseUnlessLead(sheet, context) ?? decideResult(sheet, command, context)
    default:
      return unreachable(command)
  }
}

function decideResult(
  sheet: Sheet,
  { result, note }: Extract<Command, { type: 'calls.closeCallback' }>,
  { at }: Context,
): Decision {
  if (result.kind === 'noAnswer' && (result.dueAt < at || result.dueAt > at + latestRetry)) {
    return refuse('calls.callback-date', { field: 'result.dueAt' })
  }
  if (isErased(sheet) && note !== null) return refuse('calls.erased', { field: 'note' })
  const names = sheet.personal === null ? [] : namesIn(sheet.personal)
  const personal = note === null ? null : { note, names }
  return accept({ type: 'calls.callbackTried', subject: sheet.id, result, personal })
}

function holderOf({ callback }: Sheet) {
  return callback?.status.kind === 'taken' ? callback.status.by : null
}

function refuseIfTaken(sheet: Sheet, { by, standing }: Context): Decision | null {
  const holder = holderOf(sheet)
  if (holder === null || holder === by) return null
  const name = holder === 'system' ? null : (standing.people[holder]?.name ?? null)
  return refuse('calls.callback-taken', { detail: name })
}

/** A lead may act for whoever holds the call-back and has gone. */
function refuseUnlessLead(sheet: Sheet, context: Context): Decision | null {
  return isLead(context.roles) ? null : refuseIfTaken(sheet, context)
}
