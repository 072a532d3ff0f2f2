import { quantile } from '../lib/statistics.ts'
import type { Delays, Loaded } from './orders.ts'

const ids = /"command":"([0-9a-f-]{36})"/g
/** As much of a frame as tells it from any other: its kind and its place in the journal. */
const headLength = 64
const rememberedFrames = 4_000

/** What was sent and when, and how long it took to be acknowledged and to arrive everywhere. */
export class Tracker {
  #sentAt = new Map<string, number>()
  #frames = new Map<string, readonly number[]>()
  #acknowledged: number[] = []
  #arrived: number[] = []
  #failed = 0
  #first = 0
  #lastAcknowledgement = 0
  #lastDelivery = 0

  begin(): void {
    this.#sentAt = new Map()
    this.#frames = new Map()
    this.#acknowledged = []
    this.#arrived = []
    this.#failed = 0
    this.#first = performance.now()
  }

  sent(id: string): number {
    const now = performance.now()
    this.#sentAt.set(id, now)
    return now
  }

  answered(sentAt: number, isAccepted: boolean): void {
    this.#lastAcknowledgement = performance.now()
    if (isAccepted) this.#acknowledged.push(this.#lastAcknowledgement - sentAt)
    else this.#failed += 1
  }

  /** Thousands of consoles get the same frame: it is read once. */
  delivered(frame: Buffer): void {
    const now = performance.now()
    for (const sentAt of this.#sentTimesIn(frame)) this.#arrived.push(now - sentAt)
    this.#lastDelivery = now
  }

  isComplete(listeners: number): boolean {
    const answers = this.#acknowledged.length + this.#failed
    return answers >= this.#sentAt.size && this.#arrived.length >= this.#acknowledged.length * listeners
  }

  result(listeners: number): Loaded {
    return {
      acknowledged: this.#acknowledged.length,
      failed: this.#failed,
      lost: this.#sentAt.size - this.#acknowledged.length - this.#failed,
      deliveries: this.#arrived.length,
      expected: this.#acknowledged.length * listeners,
      acknowledgedIn: (this.#lastAcknowledgement - this.#first) / 1_000,
      deliveredIn: (this.#lastDelivery - this.#first) / 1_000,
      acknowledgement: delays(this.#acknowledged),
      arrival: delays(this.#arrived),
    }
  }

  #sentTimesIn(frame: Buffer): readonly number[] {
    const key = frame.toString('latin1', 0, headLength)
    const known = this.#frames.get(key)
    if (known !== undefined) return known
    const times = Array.from(frame.toString().matchAll(ids), ([, id]) => this.#sentAt.get(id ?? '')).filter(
      (sentAt) => sentAt !== undefined,
    )
    if (this.#frames.size > rememberedFrames) this.#frames.clear()
    this.#frames.set(key, times)
    return times
  }
}

function delays(values: readonly number[]): Delays {
  return { p50: quantile(values, 0.5), p99: quantile(values, 0.99), max: quantile(values, 1) }
}
