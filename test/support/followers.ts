import { Followers } from '#server/followers/followers.ts'
import { beginning, type Journal } from '#server/journal/port.ts'
import { type Clock, systemClock, systemTimers, type Timers } from '#server/lib/clock.ts'
import type { Entry } from '#shared/journal/entry.ts'
import { initialState } from '#shared/state.ts'

/** What was logged, by level. */
type Logged = { error: unknown[]; warn: unknown[]; info: unknown[] }

type Time = Clock & Timers
const systemTime: Time = { ...systemClock, ...systemTimers }

/** Followers of this journal as it stands, told by `tell` of what the test commits; their state stays the initial one. */
export async function followersOf(journal: Pick<Journal, 'read' | 'head'>, time: Time = systemTime) {
  const head = await journal.head()
  const [last] = head === 0 ? [] : await journal.read(head - 1, 1)
  const logged: Logged = { error: [], warn: [], info: [] }
  const followers = new Followers({
    journal,
    clock: time,
    timers: time,
    logger: {
      error: (...said: unknown[]) => void logged.error.push(said),
      warn: (...said: unknown[]) => void logged.warn.push(said),
      info: (...said: unknown[]) => void logged.info.push(said),
    },
    state: initialState,
    at: last === undefined ? beginning : { seq: last.seq, hash: last.hash },
  })
  return { followers, logged }
}

/** As the dispatcher does. */
export function tell(followers: Followers, entries: readonly Entry[]): void {
  followers.committed(entries, initialState)
}
