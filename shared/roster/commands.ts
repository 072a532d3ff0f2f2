import { z } from 'zod'
import { MemberId } from '#shared/lib/id.ts'
import { ImportedMember } from '#shared/roster/member.ts'

/** Far beyond a préfecture's 250 members, and what one atomic batch of the journal takes in its stride. */
export const mostMembers = 5_000

/** One line of a confirmed file: `id` names the member of today's roster that it changes, null adds one. */
const ImportedLine = z.object({ id: MemberId.nullable(), member: ImportedMember })
export const ImportedLines = z.array(ImportedLine)

/** A whole file, confirmed after its preview: all of it or nothing. Nobody leaves the pool unless named in `remove`. */
const Import = z.object({
  type: z.literal('roster.import'),
  members: ImportedLines.max(mostMembers),
  remove: z.array(MemberId).max(mostMembers),
})
const Add = z.object({ type: z.literal('roster.add'), member: ImportedMember })
const Change = z.object({ type: z.literal('roster.change'), id: MemberId, member: ImportedMember })
const Remove = z.object({ type: z.literal('roster.remove'), id: MemberId })

export const RosterCommand = z.discriminatedUnion('type', [Import, Add, Change, Remove])
export type RosterCommand = Readonly<z.infer<typeof RosterCommand>>
