import { z } from 'zod'
import { Commune } from '#shared/activation/commands.ts'
import { Content, Personal } from '#shared/calls/content.ts'
import { emergencyServices } from '#shared/calls/outcomes.ts'
import { SheetId, UrgentId } from '#shared/lib/id.ts'
import { line } from '#shared/lib/text.ts'
import { Instant } from '#shared/lib/instant.ts'

const Promised = z.object({ dueAt: Instant })

/** A sheet; the command's id becomes the sheet's. */
const Log = z.object({
  type: z.literal('calls.log'),
  content: Content,
  callback: Promised.nullable(),
  /** An earlier sheet that this one belongs with: same number, same person sought. */
  linkedTo: SheetId.nullable(),
  /** The emergency that this sheet tells. */
  urgent: UrgentId.nullable(),
  /** Null when nobody was identified and nothing was written: a quick sheet. */
  personal: Personal.nullable(),
})

/** The whole new content of a sheet; the register keeps every version. */
const Correct = z.object({
  type: z.literal('calls.correct'),
  sheet: SheetId,
  /** The version that was read: a correction of a sheet corrected meanwhile is refused. */
  revision: z.int().min(1),
  content: Content,
  /** A call-back promised after all; null leaves what is already promised as it is. */
  callback: Promised.nullable(),
  personal: Personal.nullable(),
})

const Link = z.object({ type: z.literal('calls.link'), sheet: SheetId, other: SheetId })

const TakeCallback = z.object({ type: z.literal('calls.takeCallback'), sheet: SheetId })
const ReleaseCallback = z.object({ type: z.literal('calls.releaseCallback'), sheet: SheetId })
const CallbackResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reached') }),
  /** Tried in vain: promised again for later. */
  z.object({ kind: z.literal('noAnswer'), dueAt: Instant }),
  z.object({ kind: z.literal('cancelled') }),
])
const CloseCallback = z.object({
  type: z.literal('calls.closeCallback'),
  sheet: SheetId,
  result: CallbackResult,
  note: line(300).nullable(),
})

/** One key while the call goes on: there is no sheet yet. The command's id becomes the emergency's. */
const RaiseUrgent = z.object({ type: z.literal('calls.raiseUrgent'), commune: Commune.nullable() })
const AcknowledgeUrgent = z.object({ type: z.literal('calls.acknowledgeUrgent'), urgent: UrgentId })
const CloseUrgent = z.object({
  type: z.literal('calls.closeUrgent'),
  urgent: UrgentId,
  end: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('transferred'), to: z.enum(emergencyServices) }),
    /** Nothing to transfer: the danger is over or already dealt with. */
    z.object({ kind: z.literal('settled') }),
    /** The key was hit by mistake. */
    z.object({ kind: z.literal('mistake') }),
  ]),
})

export const callsCommands = [
  Log,
  Correct,
  Link,
  TakeCallback,
  ReleaseCallback,
  CloseCallback,
  RaiseUrgent,
  AcknowledgeUrgent,
  CloseUrgent,
] as const
const CallsCommand = z.discriminatedUnion('type', callsCommands)
export type CallsCommand = Readonly<z.infer<typeof CallsCommand>>
export type LogCall = Extract<CallsCommand, { type: 'calls.log' }>
export type CorrectCall = Extract<CallsCommand, { type: 'calls.correct' }>
export type CallbackResult = Readonly<z.infer<typeof CallbackResult>>
export type UrgentEnd = Extract<CallsCommand, { type: 'calls.closeUrgent' }>['end']
