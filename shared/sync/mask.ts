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
/** `degree`: as much as an audience may see. Whatever else they may, those with one degree see the same. */
type Mask<E> = Readonly<{
  degree: (audience: Audience) => string
  mask: (event: E, audience: Audience) => Event
}>

const calls: Mask<CallsEvent> = {
  degree: sightOf,
  mask: (event, audience) => maskCallsEvent(event, sightOf(audience)),
}
const roster: Mask<Identified<RosterEvent>> = {
  degree: (audience) => String(holds(audience, 'contacts')),
  mask: (event, audience) => (holds(audience, 'contacts') ? event : maskRosterEvent(event)),
}

/** What each event with personal data becomes for an audience: one that has no line does not compile. */
const masks: { readonly [T in Identifying['type']]: Mask<Extract<Event, { type: T }>> } = {
  'calls.logged': calls,
  'calls.corrected': calls,
  'calls.callbackTried': calls,
  'roster.memberAdded': roster,
  'roster.memberChanged': roster,
}

/** Null for what nobody's view masks. */
function maskOf({ type }: Event): Mask<Event> | null {
  // The table pairs each event with its own mask; the compiler can't follow that through the index.
  return Object.hasOwn(masks, type) ? (masks[type as Identifying['type']] as Mask<Event>) : null
}

/** Tells of each audience how much it may see of these entries: the same for two that see the same of them. */
export function degreeIn(entries: readonly LiveEntry[]): (audience: Audience) => string {
  const degrees = [...new Set(entries.flatMap(({ event }) => maskOf(event)?.degree ?? []))]
  return (audience) => degrees.map((degree) => degree(audience)).join(' ')
}

export function maskEntry(entry: LiveEntry, audience: Audience): LiveEntry {
  const event = maskOf(entry.event)?.mask(entry.event, audience) ?? entry.event
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
