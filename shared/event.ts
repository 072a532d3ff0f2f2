import type { AccessEvent } from '#shared/access/events.ts'
import type { ActivationEvent } from '#shared/activation/events.ts'
import type { CallinEvent } from '#shared/callin/events.ts'
import type { CallsEvent } from '#shared/calls/events.ts'
import type { ChecklistsEvent } from '#shared/checklists/events.ts'
import type { ClockEvent } from '#shared/clock/events.ts'
import type { JournalEvent } from '#shared/journal/events.ts'
import type { MessagesEvent } from '#shared/messages/events.ts'
import type { PrivacyEvent } from '#shared/privacy/events.ts'
import type { RosterEvent } from '#shared/roster/events.ts'
import type { TalkingPointsEvent } from '#shared/talkingpoints/events.ts'

/**
 * Every fact the journal may hold, in the past tense, named after its feature's folder. Old ones are never removed.
 * An event with `personal` also names its `subject`: the journal seals the one under the other's key.
 */
export type Event =
  | AccessEvent
  | ActivationEvent
  | CallinEvent
  | CallsEvent
  | ChecklistsEvent
  | ClockEvent
  | JournalEvent
  | MessagesEvent
  | PrivacyEvent
  | RosterEvent
  | TalkingPointsEvent

export type EventType = Event['type']

/** The folder an event or command belongs to: what stands before the dot. */
export type FeatureOf<T extends string> = T extends `${infer F}.${string}` ? F : never

export function featureOf<T extends string>(type: T): FeatureOf<T> {
  return type.slice(0, type.indexOf('.')) as FeatureOf<T>
}
