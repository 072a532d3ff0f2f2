import { z } from 'zod'

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** How far a console's clock may run ahead of the server's before a time is said to be in the future. */
export const clockTolerance = 2 * minute

/** Milliseconds since the epoch, between 2020 and 2100: outside that, a unit was mistaken or a clock is broken. */
export const Instant = z.int().min(1_577_836_800_000).max(4_102_444_800_000)
