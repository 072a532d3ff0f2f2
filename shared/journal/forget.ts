import type { Event } from '#shared/event.ts'
import type { SubjectId } from '#shared/lib/id.ts'

/** The event as the journal gives it once the subject's key is destroyed. */
export function forgetInEvent(event: Event, subject: SubjectId): Event {
  return 'personal' in event && concerns(event, subject) ? { ...event, personal: null } : event
}

function concerns(event: Event, subject: SubjectId): boolean {
  return 'subject' in event && event.subject === subject
}
