import { bucketStart } from '#shared/calls/counters.ts'
import type { CallsCommand } from '#shared/calls/commands.ts'
import type { Bucket, Callback, Calls, Sheet, Urgent } from '#shared/calls/state.ts'
import type { SheetId, UrgentId } from '#shared/lib/id.ts'

/** The sheet as the live state holds it; null when it is only in the register any more, or nowhere. */
export function findSheet({ open, closed }: Calls, id: SheetId): Sheet | null {
  const found = closed.findLast((sheet) => sheet.id === id) ?? open.findLast((sheet) => sheet.id === id)
  return found ?? null
}

/**
 * The sheet that a command's decision must read, which the live state may have let go: dispatch then loads it from the
 * register and hands it over as `context.record`.
 */
export function sheetNeededBy(command: Readonly<{ type: string }> | CallsCommand): SheetId | null {
  if (!isCallsCommand(command)) return null
  switch (command.type) {
    case 'calls.log':
      return command.linkedTo
    case 'calls.correct':
      return command.sheet
    case 'calls.link':
      return command.other
    default:
      return null
  }
}

function isCallsCommand(command: Readonly<{ type: string }>): command is CallsCommand {
  return command.type.startsWith('calls.')
}

export function isCallbackOutstanding({ callback }: Sheet): boolean {
  return callback !== null && isOutstanding(callback)
}

function isOutstanding({ status }: Callback): boolean {
  return status.kind === 'waiting' || status.kind === 'taken'
}

export function findUrgent({ urgents }: Calls, id: UrgentId): Urgent | null {
  return urgents.find((urgent) => urgent.id === id) ?? null
}

/** Until a lead has seen it and it has ended; a mistake is over at once. */
export function isUrgentOpen({ acknowledged, ended }: Urgent): boolean {
  if (ended?.end.kind === 'mistake') return false
  return acknowledged === null || ended === null
}

export function openUrgents({ urgents }: Calls): readonly Urgent[] {
  return urgents.filter(isUrgentOpen)
}

/** Sheets with an outstanding call-back, the one due first at the head. */
export function callbacksDue({ open }: Calls): readonly (Sheet & Readonly<{ callback: Callback }>)[] {
  return open.filter(hasOutstandingCallback).sort((a, b) => a.callback.dueAt - b.callback.dueAt)
}

function hasOutstandingCallback(sheet: Sheet): sheet is Sheet & Readonly<{ callback: Callback }> {
  return isCallbackOutstanding(sheet)
}

/** What the room logged last, newest first. */
export function lastSheets({ open, closed }: Calls): readonly Sheet[] {
  return [...open, ...closed].sort((a, b) => b.loggedAt - a.loggedAt)
}

/** Its personal data were destroyed on request or at the end of their time. */
export function isErased({ sealed, personal }: Sheet): boolean {
  return sealed && personal === null
}

/** Something was sealed with it that this reader's roles do not show (`shared/calls/mask.ts`). */
export function isWithheld({ sealed, personal }: Sheet): boolean {
  return sealed && personal !== null && Object.values(personal).every((value) => value === null)
}

/**
 * Calls that began since an instant, as told by the last sheets, which the live state holds; at least so many once the
 * counters know of more, in the ten minutes that the instant lies in and since, than it holds.
 */
export function callsSince(calls: Calls, since: number): Readonly<{ count: number; isAtLeast: boolean }> {
  const begun = [...calls.open, ...calls.closed].map(({ content }) => content.startedAt)
  const from = bucketStart(since)
  const known = lastBuckets(calls, from).reduce((sum, { total }) => sum + total, 0)
  return {
    count: begun.filter((at) => at >= since).length,
    isAtLeast: begun.filter((at) => at >= from).length < known,
  }
}

/** The bucket of the running ten minutes, if anyone has called in them. */
export function lastBuckets({ counters }: Calls, since: number): readonly Bucket[] {
  return counters.buckets.filter((bucket) => bucket.start >= since)
}
