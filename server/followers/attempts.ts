import { minute, second } from '#shared/lib/time.ts'
import type { FollowerName, Trouble } from '#shared/followers/followers.ts'
import type { Clock, Timers } from '#server/lib/clock.ts'
import type { Logger } from '#server/lib/logger.ts'

const firstPause = 250
const longestPause = minute
/** A disk or a Redis that hangs throws nothing: what takes longer than this is told as well. */
const stalledAfter = 10 * second
/** What has failed for so long mends itself no more, or not soon enough. */
const parkedAfter = minute
/** It may be released at the machine, which tells nobody here. */
const heldPause = 5 * second

export type AttemptsParts = Readonly<{
  clock: Clock
  timers: Timers
  logger: Pick<Logger, 'error' | 'warn' | 'info'>
  /** The trouble began, is another, or is over. */
  onChange: () => void
}>

/**
 * One follower's attempts: tried again after a pause that grows up to a minute, for as long as it takes. What fails, or
 * hangs, for a minute is *parked*: told to people, who may have it tried at once; it is still tried each minute, because
 * most of what parks it (a full disk, a Redis that is away) is over before anybody has looked. What is *held* has not failed:
 * it is asked again from time to time whether it still is.
 */
export class Attempts {
  readonly #name: FollowerName
  readonly #parts: AttemptsParts
  #doneAt = 0
  #trouble: Trouble | null = null
  #pause = firstPause
  #again: (() => void) | null = null
  #cancelAgain: () => void = () => undefined
  #cancelStalled: () => void = () => undefined
  #cancelParked: () => void = () => undefined

  constructor(name: FollowerName, parts: AttemptsParts) {
    this.#name = name
    this.#parts = parts
  }

  get trouble(): Trouble | null {
    return this.#trouble
  }

  /** The last success (ms); 0: none yet. */
  get doneAt(): number {
    return this.#doneAt
  }

  /** Between an attempt that came to nothing and the next. */
  get isPausing(): boolean {
    return this.#again !== null
  }

  /** To be told of each attempt that is not over at once. */
  begun(): void {
    this.#cancelStalled()
    this.#cancelStalled = this.#parts.timers.after(stalledAfter, () => {
      this.#parts.logger.warn({ follower: this.#name }, 'a follower hangs')
      this.#troubled(this.#parts.clock.now() - stalledAfter)
    })
  }

  succeeded(): void {
    this.#doneAt = this.#parts.clock.now()
    this.#cancelStalled()
    this.#cancelAgain()
    this.#again = null
    this.#pause = firstPause
    if (this.#trouble === null) return
    const { is } = this.#trouble
    this.#cancelParked()
    this.#trouble = null
    this.#parts.logger[is === 'held' ? 'info' : 'warn']({ follower: this.#name }, 'a follower goes on')
    this.#parts.onChange()
  }

  /** `again` is called after the pause, or earlier. */
  failed(error: unknown, again: () => void): void {
    this.#cancelStalled()
    if (!this.#isFailing) {
      this.#parts.logger.error({ error, follower: this.#name }, 'a follower failed; it is tried again')
    }
    this.#troubled(this.#parts.clock.now())
    this.#after(this.#pause, again)
    this.#pause = Math.min(2 * this.#pause, longestPause)
  }

  /** It is to do nothing yet. `why`, for the log: what it waits for; `since` (ms). */
  held({ why, since }: Readonly<{ why: string; since: number }>, again: () => void): void {
    this.#after(heldPause, again)
    if (this.#trouble?.is === 'held') return
    this.#cancelParked()
    this.#parts.logger.info({ follower: this.#name }, `a follower is held: ${why}`)
    this.#change('held', since)
  }

  /** Ends a pause. */
  now(): void {
    const again = this.#again
    this.#again = null
    this.#cancelAgain()
    again?.()
  }

  close(): void {
    this.#again = null
    this.#cancelAgain()
    this.#cancelStalled()
    this.#cancelParked()
  }

  get #isFailing(): boolean {
    return this.#trouble !== null && this.#trouble.is !== 'held'
  }

  #after(pause: number, again: () => void): void {
    this.#cancelAgain()
    this.#again = again
    this.#cancelAgain = this.#parts.timers.after(pause, () => this.now())
  }

  #troubled(since: number): void {
    if (this.#isFailing) return
    this.#cancelParked = this.#parts.timers.after(parkedAfter, () => {
      this.#parts.logger.error({ follower: this.#name }, 'a follower is parked')
      this.#change('parked', since)
    })
    this.#change('retried', since)
  }

  #change(is: Trouble['is'], since: number): void {
    this.#trouble = { follower: this.#name, since, is }
    this.#parts.onChange()
  }
}
