import { mayCorrect, mayEnd } from '#shared/calls/authority.ts'
import type { CallsCommand, CorrectCall, LogCall } from '#shared/calls/commands.ts'
import { decideCallback } from '#shared/calls/decide-callback.ts'
import { decideUrgent } from '#shared/calls/decide-urgent.ts'
import { themeOf } from '#shared/calls/reasons.ts'
import { findSheet, findUrgent, isCallbackOutstanding, isErased } from '#shared/calls/select.ts'
import { promised } from '#shared/calls/sheet.ts'
import type { Sheet } from '#shared/calls/state.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import { SheetId, type UrgentId } from '#shared/lib/id.ts'
import { clockTolerance, day } from '#shared/lib/time.ts'
import { unreachable } from '#shared/lib/unreachable.ts'
import type { Crisis } from '#shared/state.ts'

/** Calls are what makes a préfet open the cell: those of the day before the order belong to the crisis too. */
const beforeOrder = day
/** Further ahead than that is a mistyped date. */
const latestCallback = 7 * day

export function decideCalls(crisis: Crisis, command: CallsCommand, context: Context): Decision {
  switch (command.type) {
    case 'calls.log':
      return checkContent(crisis, command, context) ?? decideLog(crisis, command, context)
    case 'calls.correct':
      return checkContent(crisis, command, context) ?? decideCorrect(crisis, command, context)
    case 'calls.link':
      return decideLink(crisis, command, context)
    case 'calls.takeCallback':
    case 'calls.releaseCallback':
    case 'calls.closeCallback':
      return decideCallback(crisis.calls, command, context)
    case 'calls.raiseUrgent':
    case 'calls.acknowledgeUrgent':
    case 'calls.closeUrgent':
      return decideUrgent(crisis.calls, command, context)
    default:
      return unreachable(command)
  }
}

/** What must hold for any sheet's content; null when it does. */
function checkContent(crisis: Crisis, command: LogCall | CorrectCall, context: Context): Decision | null {
  return (
    checkStart(crisis, command, context) ?? checkPromise(command, context) ?? checkSought(crisis, command)
  )
}

function checkStart(
  { activation }: Crisis,
  { content: { startedAt } }: LogCall | CorrectCall,
  { at }: Context,
): Decision | null {
  const field = 'content.startedAt'
  if (startedAt > at + clockTolerance) return refuse('calls.in-future', { field })
  if (startedAt < activation.t0 - beforeOrder) return refuse('calls.before-crisis', { field })
  if (activation.closed !== null && startedAt > activation.closed.at) {
    return refuse('calls.after-closure', { field })
  }
  return null
}

function checkPromise(
  { callback, content, personal }: LogCall | CorrectCall,
  { at }: Context,
): Decision | null {
  if (callback === null) return null
  if (callback.dueAt < content.startedAt || callback.dueAt > at + latestCallback) {
    return refuse('calls.callback-date', { field: 'callback.dueAt' })
  }
  if (personal?.caller?.phone === undefined || personal.caller.phone === null) {
    return refuse('calls.callback-without-phone', { field: 'personal.caller.phone' })
  }
  return null
}

/** Data on a person without news are gathered only where they serve: many victims, or a relative who searches. */
function checkSought({ activation }: Crisis, { content, personal }: LogCall | CorrectCall): Decision | null {
  if ((personal?.sought ?? null) === null) return null
  if (activation.novi || themeOf(content.reason) === 'missingRelative') return null
  return refuse('calls.sought-not-allowed', { field: 'personal.sought' })
}

function decideLog(crisis: Crisis, command: LogCall, context: Context): Decision {
  const { content, callback, linkedTo, urgent, personal } = command
  // A call must never be lost for a link: to a sheet nobody knows, the link is dropped and the sheet kept.
  const isLinkable = linkedTo !== null && readSheet(crisis, linkedTo, context) !== null
  return accept({
    type: 'calls.logged',
    subject: SheetId.parse(context.id),
    content,
    talkingPoints: crisis.talkingpoints.version,
    callback,
    linkedTo: isLinkable ? linkedTo : null,
    urgent: urgent !== null && mayTell(crisis, urgent, context) ? urgent : null,
    sealed: personal !== null,
    personal: personal === null ? null : { ...personal, callbackNote: null },
  })
}

/** Nor for an emergency: one that is somebody else's, or has its sheet, keeps it, and the call is logged without. */
function mayTell({ calls }: Crisis, id: UrgentId, context: Context): boolean {
  const urgent = findUrgent(calls, id)
  return urgent !== null && urgent.sheet === null && mayEnd(urgent, context)
}

function decideCorrect(crisis: Crisis, command: CorrectCall, context: Context): Decision {
  const sheet = readSheet(crisis, command.sheet, context)
  if (sheet === null) return refuse('calls.unknown-sheet', { field: 'sheet' })
  if (!mayCorrect(sheet, context)) return refuse('calls.not-your-sheet')
  // The words were written before it was known; whoever calls again has another sheet.
  if (isErased(sheet) && command.personal !== null) return refuse('calls.erased', { field: 'personal' })
  if (sheet.revision !== command.revision) {
    return refuse('calls.corrected-meanwhile', { detail: nameOf(sheet, context) })
  }
  if (command.callback !== null && isCallbackOutstanding(sheet)) {
    return refuse('calls.callback-already-promised', { field: 'callback' })
  }
  return accept(corrected(sheet, command, context))
}

function corrected(sheet: Sheet, { content, callback, personal }: CorrectCall, { by, at }: Context) {
  const { personal: before, ...facts } = sheet
  const { startedAt, reason, commune } = sheet.content
  return {
    type: 'calls.corrected',
    subject: sheet.id,
    facts: {
      ...facts,
      content,
      revision: sheet.revision + 1,
      corrected: { by, at },
      callback: callback === null ? sheet.callback : promised(callback.dueAt),
      sealed: sheet.sealed || personal !== null,
    },
    was: { startedAt, reason, commune },
    personal: personal === null ? null : { ...personal, callbackNote: before?.callbackNote ?? null },
  } as const
}

function nameOf({ corrected, by }: Sheet, { standing }: Context): string | null {
  const author = corrected?.by ?? by
  return author === 'system' ? null : (standing.people[author]?.name ?? null)
}

function decideLink(
  crisis: Crisis,
  { sheet, other }: Extract<CallsCommand, { type: 'calls.link' }>,
  context: Context,
): Decision {
  if (sheet === other) return refuse('calls.link-to-itself', { field: 'other' })
  const found = findSheet(crisis.calls, sheet)
  if (found === null) return refuse('calls.unknown-sheet', { field: 'sheet' })
  if (readSheet(crisis, other, context) === null) return refuse('calls.unknown-sheet', { field: 'other' })
  return found.links.includes(other) ? accept() : accept({ type: 'calls.linked', sheet, other })
}

/** From the live state, or the register's record that came with the command. */
function readSheet({ calls }: Crisis, id: SheetId, { record }: Context): Sheet | null {
  return findSheet(calls, id) ?? (record?.id === id ? record : null)
}
