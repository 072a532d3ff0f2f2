import { hour, minute } from '#shared/lib/time.ts'

/** Up to this a clock is followed, not doubted (ms): time services set it so every day. */
export const driftTolerance = minute

/**
 * Up to this a jump is believed because it has lasted (ms): a machine's clock kept in local time, or a change of hour that
 * somebody made by hand, is wrong by two hours at most. A larger one is a wrong date as often as it is a right one.
 */
export const smallJump = 3 * hour
