import { z } from 'zod'
import { InseeCode } from '#shared/communes/schema.ts'
import { E164 } from '#shared/lib/e164.ts'
import { line } from '#shared/lib/text.ts'

export const MemberPhone = z.strictObject({ kind: z.enum(['mobile', 'home', 'office']), e164: E164 })
export type MemberPhone = Readonly<z.infer<typeof MemberPhone>>

/** A short word of a list: a skill, a language. */
const tag = line(60)

/** What a roster file says of one member of the pool (vivier). */
export const ImportedMember = z.strictObject({
  lastName: line(80),
  /** Empty where a file gives one name only: who can be called is not kept out for it. */
  firstName: line(80, 0),
  service: line(120).nullable(),
  /** In the order in which they are dialled. A member nobody can call is no member of a call-in. */
  phones: z.array(MemberPhone).min(1).max(6).readonly(),
  email: z.email().max(254).nullable(),
  /** Kilometres from home to the préfecture. */
  distanceKm: z.number().min(0).max(2_000).nullable(),
  /** Minutes from home to the préfecture, as the member declares them. */
  travelMinutes: z.int().min(0).max(1_440).nullable(),
  commune: InseeCode.nullable(),
  skills: z.array(tag).max(20).readonly(),
  languages: z.array(tag).max(20).readonly(),
  /** Day of the last training. */
  trainedOn: z.iso.date().nullable(),
  /** Place in the call order, 1 first. */
  rank: z.int().min(1).max(9_999).nullable(),
})
export type ImportedMember = Readonly<z.infer<typeof ImportedMember>>
