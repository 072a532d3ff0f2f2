/** Answers given in one go: half a millisecond. */
const atOnce = 8
/** Milliseconds for which a crowd waits at most: even when the disk is stuck, the page is answered. */
const longestWait = 20

/**
 * A crowd is answered a few people at a time, and after the cell: while `isBusy` it waits a moment, so that neither the
 * event loop nor the processors are taken from a command on its way to the disk.
 */
export class Turns {
  readonly #isBusy: () => boolean
  readonly #waiting: (() => void)[] = []
  #waited = 0

  constructor(isBusy: () => boolean) {
    this.#isBusy = isBusy
  }

  take(answer: () => void): void {
    if (this.#waiting.push(answer) === 1) setImmediate(() => this.#turn())
  }

  #turn(): void {
    if (this.#isBusy() && this.#waited < longestWait) {
      this.#waited += 1
      setTimeout(() => this.#turn(), 1)
      return
    }
    this.#waited = 0
    for (const answer of this.#waiting.splice(0, atOnce)) answer()
    if (this.#waiting.length > 0) setImmediate(() => this.#turn())
  }
}
