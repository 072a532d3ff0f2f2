import { second } from '#shared/lib/time.ts'
import type { Timepieces } from '#server/clock/held-clock.ts'
import { t0 } from './drafts.ts'

/** When it begins. No whole minute: those are times that people choose. */
export const begin = t0 + 217

/** A machine's clocks, moved by hand. */
export class HandMoved implements Timepieces {
  #wall = begin
  #steady = 5 * second
  #slept = 0

  readonly wall = () => this.#wall
  readonly steady = () => this.#steady
  readonly steadyAwake = () => this.#steady + this.#slept

  passes(time: number): void {
    this.#wall += time
    this.#steady += time
  }

  /** Somebody, or a time service, sets the machine's clock. */
  jumps(by: number): void {
    this.#wall += by
  }

  sleeps(time: number): void {
    this.#wall += time
    this.#slept += time
  }
}
