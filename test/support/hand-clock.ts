import type { Clock, Timers } from '#server/lib/clock.ts'

type Later = Readonly<{ at: number; work: () => void }>

/** A clock and its timers, moved by hand. */
export class HandClock implements Clock, Timers {
  #now: number
  #later: readonly Later[] = []

  constructor(now: number) {
    this.#now = now
  }

  readonly now = (): number => this.#now

  readonly after = (ms: number, work: () => void): (() => void) => {
    const later = { at: this.#now + ms, work }
    this.#later = [...this.#later, later]
    return () => (this.#later = this.#later.filter((other) => other !== later))
  }

  /** What falls due meanwhile is done, each at its time, with everything that comes of it. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms
    for (;;) {
      await settled()
      const next = this.#later.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      this.#later = this.#later.filter((other) => other !== next)
      this.#now = Math.max(this.#now, next.at)
      next.work()
    }
    this.#now = end
  }

  /** The machine's clock is set, or it has slept: no timer has run. */
  jump(ms: number): void {
    this.#now += ms
    this.#later = this.#later.map(({ at, work }) => ({ at: at + ms, work }))
  }
}

/** Until nothing that is in memory is under way any more. */
async function settled(): Promise<void> {
  for (let n = 0; n < 5; n += 1) await new Promise((resolve) => setImmediate(resolve))
}
