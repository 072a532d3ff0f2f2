import { z } from 'zod'
import { MemberId, PersonId, SheetId } from '#shared/lib/id.ts'
import { line } from '#shared/lib/text.ts'

/**
 * Standing command: what is known of one subject (a call sheet, a member, a closed account) is destroyed everywhere.
 * Standing, because a subject may be known in several crises, closed ones included.
 */
export const EraseSubject = z.object({
  type: z.literal('privacy.erase'),
  subject: z.union([SheetId, PersonId, MemberId]),
  /** Everybody reads it: the ground for erasing, never who it was. */
  reason: line(200),
})
export type EraseSubject = Readonly<z.infer<typeof EraseSubject>>
