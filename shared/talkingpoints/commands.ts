import { z } from 'zod'
import { MessageId } from '#shared/lib/id.ts'
import { line } from '#shared/lib/text.ts'

const Version = z.int().min(0)

/** The whole list of statements not to make. `basedOn`: the version its author had before them. */
const Forbid = z.object({
  type: z.literal('talkingpoints.forbid'),
  statements: z.array(line(200)).max(30),
  basedOn: Version,
})
const Retire = z.object({ type: z.literal('talkingpoints.retire'), message: MessageId, reason: line(300) })
const Acknowledge = z.object({ type: z.literal('talkingpoints.acknowledge'), version: Version })

export const talkingPointsCommands = [Forbid, Retire, Acknowledge] as const
const TalkingPointsCommand = z.discriminatedUnion('type', talkingPointsCommands)
export type TalkingPointsCommand = Readonly<z.infer<typeof TalkingPointsCommand>>
