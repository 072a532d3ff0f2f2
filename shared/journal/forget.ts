import type { Event } from '#shared/event.ts'
import type { Logbook } from '#shared/journal/state.ts'
import type { SubjectId } from '#shared/lib/id.ts'

/** The live lines keep what happened and lose whom it concerned. */
export function forgetInLogbook(logbook: Logbook, subject: SubjectId): Logbook {
  if (!logbook.recent.some(({ event }) => concerns(event, subject))) return logbook
  return {
    ...logbook,
    recent: logbook.recent.map((entry) => ({ ...entry, event: forgetInEvent(entry.event, subject) })),
  }
}

/** The event as the journal gives it once the subject's key is destroyed. */
export function forgetInEvent(event: Event, subject: SubjectId): Event {
  return 'personal' in event && concerns(event, subject) ? { ...event, personal: null } : event
}

function concerns(event: Event, subject: SubjectId): boolean {
  return 'subject' in event && event.subject === subject
}
