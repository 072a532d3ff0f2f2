import { z } from 'zod'

/**
 * Identifiers are made by whoever speaks first: a console names its command (UUID v7, so that ids sort by time and
 * the journal's command index stays append-like), and everything that command creates takes its id from it.
 * A repeated command therefore makes the same ids.
 */
const uuid = z.uuid({ version: 'v7' })

/** One intention of one person; repeated on retry, never reused. */
export const CommandId = uuid.brand('CommandId')
export type CommandId = z.infer<typeof CommandId>

/** A crisis (real or exercise): the id of the command that activated it. */
export const CrisisId = uuid.brand('CrisisId')
export type CrisisId = z.infer<typeof CrisisId>

/** Who acts: an account of this installation. */
export const PersonId = uuid.brand('PersonId')
export type PersonId = z.infer<typeof PersonId>

/** A grave act that waits for a second person: the id of the command that asked for it. */
export const RequestId = uuid.brand('RequestId')
export type RequestId = z.infer<typeof RequestId>

/** A member of the pool (vivier) who may be called in. Members need no account. */
export const MemberId = z
  .string()
  .regex(/^[0-9a-f-]{36}(\.\d{1,5})?$/)
  .brand('MemberId')
export type MemberId = z.infer<typeof MemberId>

/** A call sheet (fiche d'appel): the id of the command that logged it. */
export const SheetId = uuid.brand('SheetId')
export type SheetId = z.infer<typeof SheetId>

/** An emergency on the line: the id of the command that raised it. Everybody knows it, so the sheet that tells it has another. */
export const UrgentId = uuid.brand('UrgentId')
export type UrgentId = z.infer<typeof UrgentId>

/** A message to the public, through all its versions. */
export const MessageId = uuid.brand('MessageId')
export type MessageId = z.infer<typeof MessageId>

/** Whose personal data an event seals: a call sheet, a member or an account. Erasing destroys the subject's key. */
export type SubjectId = SheetId | MemberId | PersonId

/** The author of an entry: a person, or the installation itself (import on start, first set-up). */
export type Author = PersonId | 'system'
