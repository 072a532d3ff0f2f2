/** The one place that asks what time it is. Tests move their own. */
export type Clock = Readonly<{
  /** Milliseconds since the epoch. */
  now: () => number
}>

export const systemClock: Clock = { now: Date.now }

/** What is to be done later. Tests let the time pass by hand. */
export type Timers = Readonly<{
  /** Does `work` once, `ms` from now; it keeps no process alive. @returns the way to call it off */
  after: (ms: number, work: () => void) => () => void
}>

export const systemTimers: Timers = {
  after: (ms, work) => {
    const timer = setTimeout(work, ms).unref()
    return () => clearTimeout(timer)
  },
}
