import { holds, type Audience } from '#shared/access/visibility.ts'
import type { CallsEvent } from '#shared/calls/events.ts'
import { maskCalls, maskCallsEvent } from '#shared/calls/mask.ts'
import { sightOf } from '#shared/calls/sight.ts'
import type { Event } from '#shared/event.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import type { RosterEvent } from '#shared/roster/events.ts'
import { maskRoster, maskRosterEvent } from '#shared/roster/mask.ts'
import type { Crisis, Standing } from '#shared/state.ts'

/** Events with personal data that reach consoles: those of `access` stay on the server. */
type Identifying = Exclude<Extract<Event, { personal: unknown }>, { type: `access.${string}` }>
type Identified<E> = Extract<E, { personal: unknown }>
type Masking<E> = (event: E, audience: Audience) => Event

const calls = (event: CallsEvent, audience: Audience) => maskCallsEvent(event, sightOf(audience))
const roster = (event: Identified<RosterEvent>, audience: Audience) =>
  holds(audience, 'contacts') ? event : maskRosterEvent(event)

/** What each event with personal data becomes for an audience: one that has no line does not compile. */
const masks: { readonly [T in Identifying['type']]: Masking<Extract<Event, { type: T }>> } = {
  'calls.logged': calls,
  'calls.corrected': calls,
  'calls.callbackTried': calls,
  'roster.memberAdded': roster,
  'roster.memberChanged': roster,
}

function maskEvent(event: Event, audience: Audience): Event {
  if (!Object.hasOwn(masks, event.type)) return event
  // The table pairs each event with its own mask; the compiler can't follow that through the index.
  const mask = masks[event.type as Identifying['type']] as Masking<Event>
  return mask(event, audience)
}

export function maskEntry(entry: LiveEntry, audience: Audience): LiveEntry {
  const event = maskEvent(entry.event, audience)
  return event === entry.event ? entry : { ...entry, event }
}

/** Each slice with personal data. */
export function maskCrisis(crisis: Crisis, audience: Audience): Crisis {
  return { ...crisis, calls: maskCalls(crisis.calls, sightOf(audience)) }
}

/** The standing data's slices with personal data. */
export function maskStanding(standing: Standing, audience: Audience): Standing {
  return holds(audience, 'contacts') ? standing : { ...standing, roster: maskRoster(standing.roster) }
}
