import { uptime } from 'node:os'
import { performance } from 'node:perf_hooks'
import { driftTolerance } from '#shared/clock/drift.ts'
import { second } from '#shared/lib/time.ts'
import { HeldClock, type Timepieces } from '#server/clock/held-clock.ts'
import { ClockKeeper, type SecondClock } from '#server/clock/keeper.ts'
import type { Dispatcher } from '#server/dispatch.ts'
import type { Journal } from '#server/journal/port.ts'
import type { Clock } from '#server/lib/clock.ts'
import type { Logger } from '#server/lib/logger.ts'
import type { Metrics } from '#server/metrics.ts'

/** This machine's: on Linux `uptime` counts the time spent asleep, `performance.now` does not. */
export const machineTimepieces: Timepieces = {
  wall: Date.now,
  steady: () => performance.now(),
  steadyAwake: () => uptime() * second,
}

/** A jump is told this soon (ms) though nobody writes. */
const lookEvery = second

type Parts = Readonly<{
  clock: Clock
  dispatcher: Dispatcher
  journal: Journal
  elsewhere: SecondClock | null
  /** The journal has just been put back from a backup. */
  isRestored: boolean
  /** Sessions that a wrong clock might have ended are held: what has come to its end from then on has. */
  onSessionsHeld: () => void
  metrics: Metrics
  logger: Logger
}>

/**
 * Compares the machine's clock with what is known elsewhere and looks after it from then on; gives the way to end that.
 * Any other clock is believed.
 */
export async function keepTime(parts: Parts): Promise<() => void> {
  const { clock, dispatcher, journal, elsewhere, metrics, logger } = parts
  const { isRestored, onSessionsHeld } = parts
  if (!(clock instanceof HeldClock)) {
    onSessionsHeld()
    return () => {}
  }
  const shared = elsewhere === null ? null : await elsewhere()
  if (shared !== null && Math.abs(shared - clock.now()) > driftTolerance) clock.startFrom(shared)
  const head = dispatcher.state.seq
  const [last] = head === 0 ? [] : await journal.read(head - 1, 1)
  const keeper = new ClockKeeper(
    { clock, dispatcher, journal, elsewhere, isRestored, onSessionsHeld },
    last?.at ?? 0,
  )
  let isLooking = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    metrics.clockDrift.set(keeper.drift / second)
    await keeper.look().catch((error: unknown) => logger.error({ error }, 'the clock could not be compared'))
    isLooking = false
  }
  await look()
  const timer = setInterval(() => void look(), lookEvery).unref()
  return () => clearInterval(timer)
}
