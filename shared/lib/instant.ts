import { z } from 'zod'

/** Milliseconds since the epoch, between 2020 and 2100: outside that, a unit was mistaken or a clock is broken. */
export const Instant = z.int().min(1_577_836_800_000).max(4_102_444_800_000)
