import { z } from 'zod'
import { answers, missedCalls } from '#shared/callin/outcomes.ts'
import { MemberId } from '#shared/lib/id.ts'
import { Instant } from '#shared/lib/instant.ts'

/** This member, by hand. `takeOver`: although another operator holds them. */
const Take = z.object({ type: z.literal('callin.take'), member: MemberId, takeOver: z.boolean() })
/** Whoever is next in the call order, decided where all operators' takes meet: two never get the same. */
const TakeNext = z.object({ type: z.literal('callin.takeNext') })
const Release = z.object({ type: z.literal('callin.release'), member: MemberId })

const PlainOutcome = z.enum([...answers, ...missedCalls]).exclude(['later'])
const Result = z.discriminatedUnion('outcome', [
  z.object({ outcome: PlainOutcome }),
  /** From when the member can come. */
  z.object({ outcome: z.literal('later'), from: Instant }),
])
const Log = z.object({
  type: z.literal('callin.log'),
  member: MemberId,
  /** Which of the member's numbers was dialled, 0 first; null: the member called by themselves, or was met. */
  phone: z.int().min(0).max(5).nullable(),
  result: Result,
  /** Take the next member in the same act. */
  next: z.boolean(),
})
/** Takes back one's own last deed on a member, within a minute. */
const Undo = z.object({ type: z.literal('callin.undo'), member: MemberId })

/** On site: presence (émargement) and posts. Seating someone says that they have arrived. */
const Arrive = z.object({ type: z.literal('callin.arrive'), member: MemberId })
const Seat = z.object({ type: z.literal('callin.seat'), member: MemberId, post: z.int().min(1).max(200) })
const Break = z.object({ type: z.literal('callin.break'), member: MemberId })
const Leave = z.object({ type: z.literal('callin.leave'), member: MemberId })

export const callinCommands = [Take, TakeNext, Release, Log, Undo, Arrive, Seat, Break, Leave] as const
const CallinCommand = z.discriminatedUnion('type', callinCommands)
export type CallinCommand = Readonly<z.infer<typeof CallinCommand>>
