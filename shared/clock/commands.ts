import { z } from 'zod'
import { Instant } from '#shared/lib/instant.ts'

const Node = z.uuid()
const Milliseconds = z.int()

const Doubt = z.object({
  type: z.literal('clock.doubt'),
  node: Node,
  drift: Milliseconds,
  expected: Instant.nullable(),
})
const Settle = z.object({ type: z.literal('clock.settle'), node: Node })
const Correct = z.object({
  type: z.literal('clock.correct'),
  node: Node,
  first: z.int().positive(),
  /** Null: everything recorded so far. */
  last: z.int().positive().nullable(),
  from: Instant,
  to: Instant,
  by: Milliseconds,
  isAtLeast: z.boolean(),
})

/** Names the difference that was shown, so that nobody confirms another jump than the one they looked at. */
const Confirm = z.object({ type: z.literal('clock.confirm'), node: Node, drift: Milliseconds })

/** Standing commands: there is one time for all crises. */
export const ClockCommand = z.discriminatedUnion('type', [Doubt, Settle, Correct, Confirm])
export type ClockCommand = Readonly<z.infer<typeof ClockCommand>>
