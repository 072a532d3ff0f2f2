import type { CallsEvent } from '#shared/calls/events.ts'
import type { Callback, Sheet } from '#shared/calls/state.ts'
import type { Author, SheetId } from '#shared/lib/id.ts'
import { unreachable } from '#shared/lib/unreachable.ts'

type Fact = Readonly<{ event: CallsEvent; by: Author; at: number }>

// A road everybody asks about may be linked from hundreds of sheets: the live sheet shows the last ones.
const maxLinks = 20

/** The sheets a fact is about: the register and the live state look them up and hand each to `evolveSheet`. */
export function sheetsConcernedBy(event: CallsEvent): readonly SheetId[] {
  switch (event.type) {
    case 'calls.logged':
      return event.linkedTo === null ? [event.subject] : [event.subject, event.linkedTo]
    case 'calls.corrected':
    case 'calls.callbackTried':
      return [event.subject]
    case 'calls.linked':
      return [event.sheet, event.other]
    case 'calls.callbackTaken':
    case 'calls.callbackReleased':
      return [event.sheet]
    case 'calls.urgentRaised':
    case 'calls.urgentAcknowledged':
    case 'calls.urgentEnded':
      return []
    default:
      return unreachable(event)
  }
}

/**
 * One sheet after a fact that changes it. `id` says which one, for facts about two. Null in, null out: what is not held
 * cannot be changed, except by the facts that carry a whole sheet.
 */
export function evolveSheet(sheet: Sheet | null, id: SheetId, fact: Fact): Sheet | null {
  const { event } = fact
  if (event.type === 'calls.corrected') return { ...event.facts, personal: event.personal }
  if (event.type === 'calls.logged' && event.subject === id) return newSheet(event, fact)
  return sheet === null ? null : change(sheet, fact)
}

function newSheet(event: Extract<CallsEvent, { type: 'calls.logged' }>, { by, at }: Fact): Sheet {
  return {
    id: event.subject,
    by,
    loggedAt: at,
    revision: 1,
    corrected: null,
    content: event.content,
    talkingPoints: event.talkingPoints,
    callback: event.callback === null ? null : promised(event.callback.dueAt),
    links: event.linkedTo === null ? [] : [event.linkedTo],
    sealed: event.sealed,
    personal: event.personal,
  }
}

/** A call-back that nobody has tried yet. */
export function promised(dueAt: number): Callback {
  return { dueAt, attempts: 0, lastAttemptAt: null, status: { kind: 'waiting' } }
}

function change(sheet: Sheet, { event, by, at }: Fact): Sheet {
  switch (event.type) {
    case 'calls.logged':
      return addLink(sheet, event.subject)
    case 'calls.linked':
      return addLink(sheet, event.sheet === sheet.id ? event.other : event.sheet)
    case 'calls.callbackTaken':
      return withCallback(sheet, (callback) => ({ ...callback, status: { kind: 'taken', by, at } }))
    case 'calls.callbackReleased':
      return withCallback(sheet, (callback) => ({ ...callback, status: { kind: 'waiting' } }))
    case 'calls.callbackTried': {
      const tried = withCallback(sheet, (callback) => tryCallback(callback, event.result, { by, at }))
      if (event.personal === null || tried.personal === null) return tried
      return { ...tried, personal: { ...tried.personal, callbackNote: event.personal.note } }
    }
    default:
      return sheet
  }
}

function tryCallback(
  callback: Callback,
  result: Extract<CallsEvent, { type: 'calls.callbackTried' }>['result'],
  { by, at }: Readonly<{ by: Author; at: number }>,
): Callback {
  if (result.kind !== 'noAnswer') return { ...callback, status: { kind: result.kind, by, at } }
  return {
    dueAt: result.dueAt,
    attempts: callback.attempts + 1,
    lastAttemptAt: at,
    status: { kind: 'waiting' },
  }
}

function withCallback(sheet: Sheet, update: (callback: Callback) => Callback): Sheet {
  return sheet.callback === null ? sheet : { ...sheet, callback: update(sheet.callback) }
}

function addLink(sheet: Sheet, other: SheetId): Sheet {
  if (sheet.links.includes(other)) return sheet
  return { ...sheet, links: [...sheet.links, other].slice(-maxLinks) }
}
