import type { Crowd } from './crowd.ts'

/** Acknowledgements slower than this are felt: the rate that causes them is past the limit. */
const feltMs = 250
const step = 1.25
const stepSeconds = 1.5
const firstRate = 150
const stepsAtMost = 25
/** A step that fails is tried once more: another program's second must not end the climb. */
const attempts = 2

/**
 * The highest rate of commands a second, acknowledged, at which p99 stays under a quarter of a second: raised step by
 * step until it does not. `near` is where to begin when an earlier round has found it.
 */
export async function risingRate(crowd: Crowd, senders: number, near: number | null): Promise<number> {
  let rate = near === null ? firstRate : Math.max(firstRate, near * 0.6)
  let best = 0
  for (let n = 0; n < stepsAtMost; n += 1, rate *= step) {
    const reached = await sustained(crowd, senders, rate)
    if (reached === null) return best
    best = Math.max(best, reached)
  }
  return best
}

/** Null when acknowledgements took too long at that rate. */
async function sustained(crowd: Crowd, senders: number, rate: number): Promise<number | null> {
  const commands = Math.round(rate * stepSeconds)
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { acknowledged, acknowledgedIn, acknowledgement } = await crowd.load({ rate, commands, senders })
    if (acknowledgement.p99 <= feltMs && acknowledged === commands) return acknowledged / acknowledgedIn
  }
  return null
}
