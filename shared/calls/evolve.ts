import { countCall, recountCall } from '#shared/calls/counters.ts'
import type { CallsEvent } from '#shared/calls/events.ts'
import { findSheet, findUrgent, isUrgentOpen, isCallbackOutstanding } from '#shared/calls/select.ts'
import { evolveSheet, sheetsConcernedBy } from '#shared/calls/sheet.ts'
import type { Calls, Sheet, Urgent } from '#shared/calls/state.ts'
import type { Author, SheetId } from '#shared/lib/id.ts'

/** How many sheets with nothing left to do stay on the consoles. */
const closedKept = 200
const endedUrgentsKept = 10

type Fact = Readonly<{ event: CallsEvent; by: Author; at: number }>

export function evolveCalls(calls: Calls, fact: Fact): Calls {
  const begun: Calls = {
    ...calls,
    urgents: evolveUrgents(calls.urgents, fact),
    counters: evolveCounters(calls, fact),
  }
  return concernedIn(begun, fact.event).reduce((next, id) => {
    const isNew = fact.event.type === 'calls.logged' && fact.event.subject === id
    const sheet = evolveSheet(isNew ? null : findSheet(next, id), id, fact)
    return sheet === null ? next : put(next, sheet, isNew)
  }, begun)
}

/** An emergency's own facts move the sheet that tells it, if it is logged. */
function concernedIn(calls: Calls, event: CallsEvent): readonly SheetId[] {
  if (event.type !== 'calls.urgentAcknowledged' && event.type !== 'calls.urgentEnded') {
    return sheetsConcernedBy(event)
  }
  const sheet = findUrgent(calls, event.urgent)?.sheet ?? null
  return sheet === null ? [] : [sheet]
}

function evolveCounters({ counters }: Calls, { event, by }: Fact): Calls['counters'] {
  if (event.type === 'calls.logged') return countCall(counters, event.content, by)
  if (event.type === 'calls.corrected') return recountCall(counters, event.was, event.facts.content)
  return counters
}

/**
 * A sheet goes where it belongs: among the open ones while something is left to do, else among the last closed. A new
 * one is not looked for there: among hundreds, that would be most of what folding a call costs.
 */
function put(calls: Calls, sheet: Sheet, isNew: boolean): Calls {
  const isOpen = isCallbackOutstanding(sheet) || hasOpenUrgent(calls, sheet)
  const place = isNew ? add : replace
  const open = place(calls.open, sheet, isOpen)
  const closed = place(calls.closed, sheet, !isOpen)
  return { ...calls, open, closed: closed.length > closedKept ? closed.slice(-closedKept) : closed }
}

function add(sheets: readonly Sheet[], sheet: Sheet, belongs: boolean): readonly Sheet[] {
  return belongs ? [...sheets, sheet] : sheets
}

function replace(sheets: readonly Sheet[], sheet: Sheet, belongs: boolean): readonly Sheet[] {
  const at = sheets.findLastIndex(({ id }) => id === sheet.id)
  if (at === -1) return add(sheets, sheet, belongs)
  return belongs ? sheets.with(at, sheet) : sheets.toSpliced(at, 1)
}

function hasOpenUrgent({ urgents }: Calls, { id }: Sheet): boolean {
  return urgents.some((urgent) => urgent.sheet === id && isUrgentOpen(urgent))
}

function evolveUrgents(urgents: readonly Urgent[], { event, by, at }: Fact): readonly Urgent[] {
  switch (event.type) {
    case 'calls.urgentRaised': {
      const raised: Urgent = {
        id: event.urgent,
        sheet: null,
        by,
        raisedAt: at,
        commune: event.commune,
        acknowledged: null,
        ended: null,
      }
      return forgetEnded([...urgents, raised])
    }
    case 'calls.logged':
      if (event.urgent === null) return urgents
      return urgents.map((urgent) =>
        urgent.id === event.urgent ? { ...urgent, sheet: event.subject } : urgent,
      )
    case 'calls.urgentAcknowledged':
      return urgents.map((urgent) =>
        urgent.id === event.urgent ? { ...urgent, acknowledged: { by, at } } : urgent,
      )
    case 'calls.urgentEnded':
      return urgents.map((urgent) =>
        urgent.id === event.urgent ? { ...urgent, ended: { by, at, end: event.end } } : urgent,
      )
    default:
      return urgents
  }
}

function forgetEnded(urgents: readonly Urgent[]): readonly Urgent[] {
  const ended = urgents.filter((urgent) => !isUrgentOpen(urgent))
  const forgotten = new Set(ended.slice(0, -endedUrgentsKept))
  return urgents.filter((urgent) => !forgotten.has(urgent))
}
