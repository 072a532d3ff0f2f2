/**
 * The server's time: the machine's clock as long as it runs steadily.
 *
 * Beside the machine's clock runs one that nobody can set (how long this process has lived). Where the two part by more
 * than the tolerance the machine's clock has jumped: it is no longer followed, and time goes on from before at the
 * steady one's pace, so that nothing is recorded under a time that may be wrong. It is followed again when it comes back,
 * or once somebody has decided that it was right (`adopt`).
 */
import { driftTolerance } from '#shared/clock/drift.ts'
import type { Clock } from '#server/lib/clock.ts'

/** Milliseconds each. */
export type Timepieces = Readonly<{
  /** The machine's clock: since the epoch, set by hand and by time services. */
  wall: () => number
  /** Never set, stands still while the machine sleeps. */
  steady: () => number
  /** Never set, goes on while the machine sleeps. Asked only when the clock seems to have jumped. */
  steadyAwake: () => number
}>

export type Jump = Readonly<{
  /** The machine's clock minus the time that is held (ms). */
  drift: number
  /** How long it has been so, by the steady clock (ms). */
  lastedFor: number
}>

export type Adopted = Readonly<{
  /** The time that the machine's clock tells. */
  at: number
  /** Time goes on as if it had not been adopted. */
  takeBack: () => void
}>

/** A step of the clock under the tolerance, seen as such: the machine may have slept (ms). */
const step = 1_000

export class HeldClock implements Clock {
  readonly #pieces: Timepieces
  /** When the machine's clock was last followed, by the steady one, and the time that was told then. */
  #followed: Readonly<{ time: number; steady: number }>
  /** How long the machine had slept by then. */
  #slept: number
  #jumped: Readonly<{ drift: number; steady: number }> | null = null

  constructor(pieces: Timepieces) {
    this.#pieces = pieces
    this.#followed = { time: pieces.wall(), steady: pieces.steady() }
    this.#slept = this.#asleepSoFar()
  }

  readonly now = (): number => {
    const wall = this.#pieces.wall()
    const steady = this.#pieces.steady()
    const held = this.#followed.time + (steady - this.#followed.steady)
    const drift = wall - held
    if (isTolerable(drift)) return this.#follow(wall, steady, drift)
    if (this.#jumped === null && isTolerable(drift - (this.#asleepSoFar() - this.#slept)))
      return this.adopt().at
    // Another jump: how long it lasts counts from now.
    if (this.#jumped === null || !isTolerable(drift - this.#jumped.drift)) this.#jumped = { drift, steady }
    return Math.round(held)
  }

  /** Null while the machine's clock is followed. */
  get jump(): Jump | null {
    this.now()
    if (this.#jumped === null) return null
    const { drift, steady } = this.#jumped
    return { drift, lastedFor: this.#pieces.steady() - steady }
  }

  /** Somebody knows better than the machine: time goes on from here (ms since the epoch). */
  startFrom(time: number): void {
    this.#followed = { time, steady: this.#pieces.steady() }
  }

  /** The machine's clock is right: from now on it is followed. */
  adopt(): Adopted {
    const { wall, steady } = this.#pieces
    const [followed, slept, jumped] = [this.#followed, this.#slept, this.#jumped]
    this.#slept = this.#asleepSoFar()
    const takeBack = () => {
      this.#followed = followed
      this.#slept = slept
      this.#jumped = jumped
    }
    return { at: this.#follow(wall(), steady(), 0), takeBack }
  }

  #follow(time: number, steady: number, drift: number): number {
    if (Math.abs(drift) > step) this.#slept = this.#asleepSoFar()
    this.#followed = { time, steady }
    this.#jumped = null
    return time
  }

  #asleepSoFar(): number {
    return this.#pieces.steadyAwake() - this.#pieces.steady()
  }
}

function isTolerable(drift: number): boolean {
  return Math.abs(drift) <= driftTolerance
}
