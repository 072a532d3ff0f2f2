import { z } from 'zod'
import { Commune } from '#shared/activation/commands.ts'
import { callerStatuses, channels, Outcome, urgencies } from '#shared/calls/outcomes.ts'
import { ReasonSchema } from '#shared/calls/reason-schema.ts'
import { E164 } from '#shared/lib/e164.ts'
import { line, prose } from '#shared/lib/text.ts'
import { Instant } from '#shared/lib/instant.ts'

/** Item passed up to the operations centre (remontée): an operational fact, so never who reported it. */
const Upward = z.object({
  fact: prose(1_000),
  place: line(160),
  seenAt: Instant.nullable(),
  /** Seen by the caller, or heard from somebody. */
  firstHand: z.boolean(),
})
export type Upward = Readonly<z.infer<typeof Upward>>

/** What a sheet says without saying who called: it stays when the caller's data are erased. */
export const Content = z.object({
  /** True start of the call: earlier than the writing down when it was first noted on paper. */
  startedAt: Instant,
  /** Length of the call in seconds; null when nobody timed it. */
  seconds: z.int().min(0).max(14_400).nullable(),
  channel: z.enum(channels),
  reason: ReasonSchema,
  commune: Commune.nullable(),
  outcome: Outcome,
  urgency: z.enum(urgencies),
  callerStatus: z.enum(callerStatuses).nullable(),
  /** Service the caller was sent to. */
  redirectedTo: line(120).nullable(),
  upward: Upward.nullable(),
})
export type Content = Readonly<z.infer<typeof Content>>

const Caller = z.object({
  name: line(120).nullable(),
  phone: E164.nullable(),
  address: line(200).nullable(),
  language: line(40).nullable(),
  /** To the event or to the person sought, in words. */
  relation: line(120).nullable(),
})
export type Caller = Readonly<z.infer<typeof Caller>>

/** A person without news. No photograph, no health data: the sheet is forwarded, then purged (domain.md 3.3). */
const Sought = z.object({
  name: line(120),
  bornOrAge: line(40).nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  nationality: line(60).nullable(),
  relation: line(80).nullable(),
  lastContact: prose(400).nullable(),
  description: prose(600).nullable(),
  /** Reference of a declaration made elsewhere (Infopublic, SINUS). */
  declaredElsewhere: line(120).nullable(),
  status: z.enum(['open', 'locatedByCaller', 'forwarded']),
})
export type Sought = Readonly<z.infer<typeof Sought>>

/**
 * What identifies a member of the public, and the free text written about them (it names people more often than not):
 * sealed under the sheet's key, gone when that is destroyed.
 */
export const Personal = z.object({
  caller: Caller.nullable(),
  sought: Sought.nullable(),
  note: prose(2_000).nullable(),
  request: prose(2_000).nullable(),
  answer: prose(2_000).nullable(),
})
export type PersonalInput = Readonly<z.infer<typeof Personal>>
/** As kept: with the last word on a call-back. */
export type Personal = PersonalInput & Readonly<{ callbackNote: string | null }>
