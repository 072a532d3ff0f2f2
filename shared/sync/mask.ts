import { holds, type Audience, type Clearance } from '#shared/access/visibility.ts'
import { maskCalls, maskCallsEvent } from '#shared/calls/mask.ts'
import type { Event } from '#shared/event.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import { maskRoster, maskRosterEvent } from '#shared/roster/mask.ts'
import type { Crisis, Standing } from '#shared/state.ts'

/** Events with personal data that reach consoles: those of `access` stay on the server. */
type Identifying = Exclude<Extract<Event, { personal: unknown }>, { type: `access.${string}` }>
type Masking<E> = Readonly<{ clearance: Clearance; mask: (event: E) => Event }>

const callers = { clearance: 'callers', mask: maskCallsEvent } as const
const contacts = { clearance: 'contacts', mask: maskRosterEvent } as const

/** What each event with personal data becomes without its clearance: one that has no line does not compile. */
const masks: { readonly [T in Identifying['type']]: Masking<Extract<Event, { type: T }>> } = {
  'calls.logged': callers,
  'calls.corrected': callers,
  'calls.callbackTried': callers,
  'roster.memberAdded': contacts,
  'roster.memberChanged': contacts,
}

function maskEvent(event: Event, audience: Audience): Event {
  if (!Object.hasOwn(masks, event.type)) return event
  // The table pairs each event with its own mask; the compiler can't follow that through the index.
  const { clearance, mask } = masks[event.type as Identifying['type']] as Masking<Event>
  return holds(audience, clearance) ? event : mask(event)
}

export function maskEntry(entry: LiveEntry, audience: Audience): LiveEntry {
  const event = maskEvent(entry.event, audience)
  return event === entry.event ? entry : { ...entry, event }
}

/** Each slice with personal data, and the lines of the logbook that told them. */
export function maskCrisis(crisis: Crisis, audience: Audience): Crisis {
  return {
    ...crisis,
    calls: holds(audience, 'callers') ? crisis.calls : maskCalls(crisis.calls),
    journal: { ...crisis.journal, recent: crisis.journal.recent.map((entry) => maskEntry(entry, audience)) },
  }
}

/** The standing data's slices with personal data. */
export function maskStanding(standing: Standing, audience: Audience): Standing {
  return holds(audience, 'contacts') ? standing : { ...standing, roster: maskRoster(standing.roster) }
}
