import { isTimeBelieved } from '#shared/clock/select.ts'
import type { Entry } from '#shared/journal/entry.ts'
import { minute } from '#shared/lib/time.ts'
import { Attempts } from '#server/followers/attempts.ts'
import type { Present, RunParts } from '#server/followers/entry-run.ts'
import type { StateFollower } from '#server/followers/follower.ts'

/**
 * Has one follower make what it makes of the state: at the start, after each fact that changes it, and when it has said
 * that it changes by itself. A failure delays only what is the same: what comes meanwhile is tried at once.
 */
export class StateRun {
  readonly #follower: StateFollower
  readonly #parts: RunParts
  readonly attempts: Attempts
  #present: Present
  #madeAt = 0
  /** The time of which it was made: what falls due while it is being made is not in it. */
  #madeOn = 0
  #isDue = true
  /** When it changes by itself. */
  #dueAt: number | null = null
  #isWorking = false
  #isClosed = false
  #work: Promise<void>
  #cancelWake: () => void = () => undefined

  constructor(follower: StateFollower, parts: RunParts, present: Present) {
    this.#follower = follower
    this.#parts = parts
    this.attempts = new Attempts(follower.name, parts)
    this.#present = present
    this.#work = this.#run()
  }

  /** The last entry in what it has made. */
  seq(): number {
    return this.#madeAt
  }

  committed(entries: readonly Entry[], present: Present): void {
    const { changes } = this.#follower
    if (this.#isClosed) return
    this.#present = present
    if (entries.some(({ event }) => changes(event.type))) this.#makeNow()
    else if (!this.#isDue && !this.#isWorking) this.#madeAt = present.at.seq
  }

  /** What is due is made, unless it keeps failing. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#cancelWake()
    await this.#work
    this.attempts.close()
  }

  /** A person has looked: it goes on at once. */
  release(): void {
    this.#follower.hold?.release()
    this.attempts.now()
  }

  #makeNow(): void {
    this.#isDue = true
    if (this.attempts.isPausing) this.attempts.now()
    else this.#goOn()
  }

  #goOn(): void {
    if (!this.#isWorking && !this.#isClosed) this.#work = this.#run()
  }

  async #run(): Promise<void> {
    const { hold } = this.#follower
    this.#isWorking = true
    try {
      const since = hold?.since() ?? null
      if (hold !== undefined && since !== null)
        return this.attempts.held({ why: hold.why, since }, () => this.#goOn())
      while (this.#isDue) await this.#make()
      this.#wakeLater()
      this.attempts.succeeded()
    } catch (error) {
      this.#isDue = true
      if (!this.#isClosed) this.attempts.failed(error, () => this.#goOn())
    } finally {
      this.#isWorking = false
    }
  }

  async #make(): Promise<void> {
    const { state, at } = this.#present
    this.#isDue = false
    this.#madeOn = this.#parts.clock.now()
    const made = this.#follower.make(state, at)
    if (made !== undefined) {
      this.attempts.begun()
      await made
    }
    this.#madeAt = at.seq
  }

  /** The wall's clock may be set, and a machine may sleep: it is looked at each minute, not counted on for a week. */
  #wakeLater(): void {
    const { clock, timers } = this.#parts
    const now = clock.now()
    // What fell due while the time is in doubt is still to come.
    if (this.#dueAt === null || now < this.#dueAt) {
      this.#dueAt = this.#follower.changesAt?.(this.#present.state, this.#madeOn) ?? null
    }
    const due = this.#dueAt
    this.#cancelWake()
    if (due === null || this.#isClosed) return
    const overdue = isTimeBelieved(this.#present.state.standing.clock) ? 0 : minute
    this.#cancelWake = timers.after(now < due ? Math.min(due - now, minute) : overdue, () => this.#wake(due))
  }

  #wake(due: number): void {
    const { clock } = this.#parts
    if (clock.now() >= due && isTimeBelieved(this.#present.state.standing.clock)) {
      this.#dueAt = null
      this.#isDue = true
    }
    this.#goOn()
  }
}
