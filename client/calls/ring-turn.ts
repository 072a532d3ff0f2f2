/*
 * One tab rings, not five. Each tab that could ring for a crisis says so to the others, all the time, so that it is settled
 * before anything happens; it stays silent while it has lately heard one of a smaller id, and answers one of a greater.
 * Whoever is closed or falls silent is forgotten after a few turns, and the next one rings: nothing to hand over, nothing
 * that can be held by a tab that is gone.
 */

/** How often the alarm sounds, and each tab announces itself; how long it then listens before it rings. Milliseconds. */
export const ringEvery = 2_500
export const listenFor = 200
const forgottenAfter = 3 * ringEvery

type Channel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'removeEventListener'>

export class RingTurn {
  readonly #channel: Channel
  readonly #id: string
  readonly #now: () => number
  #lastBefore = Number.NEGATIVE_INFINITY

  constructor(channel: Channel, id: string, now: () => number) {
    this.#channel = channel
    this.#id = id
    this.#now = now
    channel.addEventListener('message', this.#hear)
  }

  /** Says that this tab would ring. */
  announce(): void {
    this.#channel.postMessage({ id: this.#id })
  }

  /** Whether it is this tab that rings, once the others have had the time to announce themselves. */
  isMine(): boolean {
    return this.#now() - this.#lastBefore > forgottenAfter
  }

  close(): void {
    this.#channel.removeEventListener('message', this.#hear)
  }

  readonly #hear = ({ data }: MessageEvent<Readonly<{ id: string }>>) => {
    if (data.id < this.#id) this.#lastBefore = this.#now()
    else this.announce()
  }
}
