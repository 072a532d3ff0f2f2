/** The one place that asks what time it is. Tests move their own. */
export type Clock = Readonly<{
  /** Milliseconds since the epoch. */
  now: () => number
}>

export const systemClock: Clock = { now: Date.now }
