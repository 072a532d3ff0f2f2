import type { Event } from '#shared/event.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import type { Logbook } from '#shared/journal/state.ts'

// What the Situation screen shows (the last 20 facts) with room for the ones it filters out.
const window = 40

/** Every fact of a crisis passes here, whatever its feature. */
export function evolveLogbook(logbook: Logbook, { seq, at, by, crisis, command, event }: LiveEntry): Logbook {
  // Field by field: an entry read from the journal also has its hash, and the fold must not depend on where it came from.
  const line = { seq, at, by, crisis, command, event: withoutPersonal(event) }
  return { recent: [...logbook.recent.slice(1 - window), line] }
}

/** A sentence never reads `personal`: what is only told need not hold it, nor forget it. */
function withoutPersonal(event: Event): Event {
  return 'personal' in event ? { ...event, personal: null } : event
}
