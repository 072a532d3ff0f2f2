import { ApiError } from '#server/http/api-error.ts'

/**
 * Deriving a password takes 19 MiB and a tenth of a second of a thread that compression and files need too, and anybody
 * may ask for it: two at once, a few waiting, and whoever is known goes first.
 */
export class FewAtOnce {
  readonly #atOnce: number
  readonly #longestQueue: number
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor({ atOnce, longestQueue }: Readonly<{ atOnce: number; longestQueue: number }>) {
    this.#atOnce = atOnce
    this.#longestQueue = longestQueue
  }

  /** Throws 503 when too many wait already, unless it `isFirst`. */
  async run<T>(task: () => Promise<T>, { isFirst }: Readonly<{ isFirst: boolean }>): Promise<T> {
    if (this.#running >= this.#atOnce) await this.#turn(isFirst)
    else this.#running += 1
    try {
      return await task()
    } finally {
      const next = this.#waiting.shift()
      // Whoever comes next takes this place: in between nobody else can.
      if (next === undefined) this.#running -= 1
      else next()
    }
  }

  #turn(isFirst: boolean): Promise<void> {
    if (!isFirst && this.#waiting.length >= this.#longestQueue) throw new ApiError(503, 'access.busy')
    return new Promise((resolve) => {
      if (isFirst) this.#waiting.unshift(resolve)
      else this.#waiting.push(resolve)
    })
  }
}
