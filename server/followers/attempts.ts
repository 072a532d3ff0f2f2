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

export type AttemptsParts = Readonly<{
  clock: Clock
  timers: Timers
  logger: Pick<Logger, 'error' | 'warn'>
  /** The trouble began, was parked, or is over. */
  onChange: () => void
}>

/**
 * One follower's attempts: tried again after a pause that grows up to a minute, for as long as it takes. What fails, or
 * hangs, for a minute is *parked*: told to people, who may have it tried at once; it is still tried each minute, because
 * most of what parks it (a full disk, a Redis that is away) is over before anybody has looked.
 */
export class Attempts {
  readonly #name: FollowerName
  readonly #parts: AttemptsParts
  #doneAt = 0
  #since: number | null = null
  #isParked = false
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
    return this.#since === null
      ? null
      : { follower: this.#name, since: this.#since, isParked: this.#isParked }
  }

  /** The last success (ms); 0: none yet. */
  get doneAt(): number {
    return this.#doneAt
  }

  /** Between a failure and the next attempt. */
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
    if (this.#since === null) return
    this.#cancelParked()
    this.#since = null
    this.#isParked = false
    this.#parts.logger.warn({ follower: this.#name }, 'a follower goes on')
    this.#parts.onChange()
  }

  /** `again` is called after the pause, or earlier. */
  failed(error: unknown, again: () => void): void {
    this.#cancelStalled()
    if (this.#since === null) {
      this.#parts.logger.error({ error, follower: this.#name }, 'a follower failed; it is tried again')
    }
    this.#troubled(this.#parts.clock.now())
    this.#cancelAgain()
    this.#again = again
    this.#cancelAgain = this.#parts.timers.after(this.#pause, () => this.now())
    this.#pause = Math.min(2 * this.#pause, longestPause)
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

  #troubled(since: number): void {
    if (this.#since !== null) return
    this.#since = since
    this.#cancelParked = this.#parts.timers.after(parkedAfter, () => {
      this.#isParked = true
      this.#parts.logger.error({ follower: this.#name }, 'a follower is parked')
      this.#parts.onChange()
    })
    this.#parts.onChange()
  }
}
