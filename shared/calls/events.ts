import type { Commune } from '#shared/activation/commands.ts'
import type { CallbackResult, UrgentEnd } from '#shared/calls/commands.ts'
import type { Content, Personal } from '#shared/calls/content.ts'
import type { SheetFacts } from '#shared/calls/state.ts'
import type { SheetId, UrgentId } from '#shared/lib/id.ts'

type Logged = Readonly<{
  type: 'calls.logged'
  subject: SheetId
  content: Content
  talkingPoints: number
  callback: Readonly<{ dueAt: number }> | null
  linkedTo: SheetId | null
  /** The emergency that it tells. */
  urgent: UrgentId | null
  sealed: boolean
  personal: Personal | null
}>

/** The whole sheet as it stands afterwards: consoles may no longer hold what came before. */
type Corrected = Readonly<{
  type: 'calls.corrected'
  subject: SheetId
  facts: SheetFacts
  /** What was counted until now and is so no more. */
  was: Pick<Content, 'startedAt' | 'reason' | 'commune'>
  personal: Personal | null
}>

type Linked = Readonly<{ type: 'calls.linked'; sheet: SheetId; other: SheetId }>
type CallbackTaken = Readonly<{ type: 'calls.callbackTaken'; sheet: SheetId }>
type CallbackReleased = Readonly<{ type: 'calls.callbackReleased'; sheet: SheetId }>
/** Called back, tried in vain or called off. */
type CallbackTried = Readonly<{
  type: 'calls.callbackTried'
  subject: SheetId
  result: CallbackResult
  /** `names`: whom the sheet names at that moment, so that the note alone can be masked; no further use. */
  personal: Readonly<{ note: string; names: readonly string[] }> | null
}>
type UrgentRaised = Readonly<{ type: 'calls.urgentRaised'; urgent: UrgentId; commune: Commune | null }>
type UrgentAcknowledged = Readonly<{
  type: 'calls.urgentAcknowledged'
  urgent: UrgentId
  /** Milliseconds from the key press. */
  after: number
}>
type UrgentEnded = Readonly<{ type: 'calls.urgentEnded'; urgent: UrgentId; end: UrgentEnd }>

export type CallsEvent =
  | Logged
  | Corrected
  | Linked
  | CallbackTaken
  | CallbackReleased
  | CallbackTried
  | UrgentRaised
  | UrgentAcknowledged
  | UrgentEnded
