export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** How far a console's clock may run ahead of the server's before a time is said to be in the future. */
export const clockTolerance = 2 * minute
