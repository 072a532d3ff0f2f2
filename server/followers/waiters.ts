type Waiter = Readonly<{ seq: number; resolve: () => void }>

/** Those who wait until a follower has taken an entry. */
export class Waiters {
  #waiting: readonly Waiter[] = []

  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  /** Rejects with the signal's reason when it aborts first. */
  wait(seq: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter = { seq, resolve }
      this.#waiting = [...this.#waiting, waiter]
      const giveUp = () => {
        this.#waiting = this.#waiting.filter((other) => other !== waiter)
        reject(signal?.reason as Error)
      }
      if (signal?.aborted === true) giveUp()
      else signal?.addEventListener('abort', giveUp, { once: true })
    })
  }

  reached(seq: number): void {
    const due = this.#waiting.filter((waiter) => waiter.seq <= seq)
    if (due.length === 0) return
    this.#waiting = this.#waiting.filter((waiter) => waiter.seq > seq)
    for (const { resolve } of due) resolve()
  }
}
