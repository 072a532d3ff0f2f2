import type { MessageId } from '#shared/lib/id.ts'
import type { Wording } from '#shared/talkingpoints/state.ts'

/** An approved text became a new version. `replaces`: messages whose wording it makes out of date. */
type Issued = Readonly<
  { type: 'talkingpoints.issued'; version: number; replaces: readonly MessageId[] } & Wording
>
/** A subject left the sheet: its text is no longer approved, its message was withdrawn, or it is out of date. */
type Retracted = Readonly<{
  type: 'talkingpoints.retracted'
  version: number
  message: MessageId
  title: string
  /** Given when a person retired it; null when it followed from what became of the message. */
  reason: string | null
}>
type Forbidden = Readonly<{
  type: 'talkingpoints.forbidden'
  version: number
  statements: readonly string[]
}>
type Acknowledged = Readonly<{ type: 'talkingpoints.acknowledged'; version: number }>

export type TalkingPointsEvent = Issued | Retracted | Forbidden | Acknowledged
