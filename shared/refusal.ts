import type { ActivationRefusal } from '#shared/activation/refusals.ts'
import type { AccessRefusal } from '#shared/access/refusals.ts'
import type { CallinRefusal } from '#shared/callin/refusals.ts'
import type { CallsRefusal } from '#shared/calls/refusals.ts'
import type { ChecklistsRefusal } from '#shared/checklists/refusals.ts'
import type { ClockRefusal } from '#shared/clock/refusals.ts'
import type { JournalRefusal } from '#shared/journal/refusals.ts'
import type { MessagesRefusal } from '#shared/messages/refusals.ts'
import type { TalkingPointsRefusal } from '#shared/talkingpoints/refusals.ts'
import type { PrivacyRefusal } from '#shared/privacy/refusals.ts'
import type { RosterRefusal } from '#shared/roster/refusals.ts'

/** Refusals that any command may meet, before its own feature is asked. */
type CommonRefusal =
  | 'command.invalid'
  /** A text holds what no page can; `detail` is its number and place. */
  | 'command.unprintable'
  /** Its id is known with other words, and these are recorded nowhere. */
  | 'command.other-content'
  /** Its id is somebody else's. */
  | 'command.other-author'
  | 'crisis.unknown'
  | PermissionRefusal

/** What `may` answers: not this role's, this role's in an exercise only, over. */
export type PermissionRefusal = 'command.forbidden' | 'command.exercise-only' | 'crisis.closed'

export type RefusalCode =
  | CommonRefusal
  | ActivationRefusal
  | AccessRefusal
  | CallinRefusal
  | CallsRefusal
  | ChecklistsRefusal
  | ClockRefusal
  | JournalRefusal
  | MessagesRefusal
  | TalkingPointsRefusal
  | PrivacyRefusal
  | RosterRefusal

/** Why a command was not accepted: a value, in words at its author's screen (`client/refusals.ts`). */
export type Refusal = Readonly<{
  code: RefusalCode
  /** Dotted path of the faulty field of the command, when one field is at fault. */
  field: string | null
  /** What the sentence needs to be precise: a name, a step, a limit. Never personal data of the public. */
  detail: string | null
}>
