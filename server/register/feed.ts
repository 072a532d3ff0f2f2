/**
 * Keeps the projection at the journal's heels.
 *
 * Committed entries are handed on, gathered for a moment, while the worker keeps up. When it lags, or at start, they are not
 * queued: the feed remembers only how far the journal has come and reads the missing stretch from it, batch by batch.
 * Memory stays bounded whatever the pace, and a register that was lost or damaged fills again in the same way.
 */
import type { Entry } from '#shared/journal/entry.ts'
import type { Journal } from '../journal/port.ts'
import type { RegisterThread } from './thread.ts'

/** Entries the worker takes in one transaction: long enough to be cheap, short enough for searches in between. */
const batchSize = 1_000
/** Entries handed over and not yet indexed, past which the feed stops handing on and reads from the journal. */
const maxInFlight = 5_000
/**
 * Milliseconds for which entries are gathered before they are indexed together: one transaction of the index costs as
 * much as ten of its entries, and it works beside whoever waits for the journal's disk. Nobody who waits for an entry
 * waits for this.
 */
const gatheredFor = 250
/** The disk is full or the journal away: it is tried again, not hammered. */
const retryAfter = 1_000

export type FeedOptions = Readonly<{
  thread: RegisterThread
  journal: Pick<Journal, 'read' | 'head'>
  /** Told what went wrong, once per stretch of failures. */
  onTrouble: (error: unknown) => void
}>

type Waiting = Readonly<{ seq: number; resolve: () => void }>

export class Feed {
  readonly #options: FeedOptions
  /** Last seq that searches see. */
  #projected = 0
  /** Last seq handed to the worker. */
  #handed = 0
  /** Last seq known to be in the journal. */
  #head = 0
  #isReading = false
  #isClosed = false
  #isInTrouble = false
  #waiting: readonly Waiting[] = []
  #retry: NodeJS.Timeout | null = null
  #gathered: Entry[] = []
  #gathering: NodeJS.Timeout | null = null

  constructor(options: FeedOptions) {
    this.#options = options
  }

  get projected(): number {
    return this.#projected
  }

  get head(): number {
    return this.#head
  }

  /** Takes up where the file stands, or from the beginning when it was made anew or is of another journal. */
  async start(): Promise<void> {
    const { thread, journal } = this.#options
    const position = await thread.ask('position')
    const [last] = position.seq === 0 ? [] : await journal.read(position.seq - 1, 1)
    const isSame = position.seq === 0 || last?.hash === position.hash
    if (!isSame) await thread.ask('reset')
    this.#advance(isSame ? position.seq : 0)
    this.#handed = this.#projected
    this.#head = Math.max(this.#head, await journal.head())
    this.#catchUp()
  }

  offer(entries: readonly Entry[]): void {
    const last = entries.at(-1)
    if (last === undefined || this.#isClosed) return
    this.#head = Math.max(this.#head, last.seq)
    this.#gathered.push(...entries)
    const isAwaited = this.#waiting.length > 0
    if (isAwaited || this.#gathered.length >= batchSize) this.#handGathered()
    else this.#gathering ??= setTimeout(() => this.#handGathered(), gatheredFor).unref()
  }

  waitFor(seq: number, signal?: AbortSignal): Promise<void> {
    if (seq <= this.#projected) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const waiting = { seq, resolve }
      this.#waiting = [...this.#waiting, waiting]
      const onAbort = () => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting)
        reject(signal?.reason as Error)
      }
      if (signal?.aborted === true) onAbort()
      else signal?.addEventListener('abort', onAbort, { once: true })
      this.#handGathered()
    })
  }

  close(): void {
    this.#isClosed = true
    if (this.#gathering !== null) clearTimeout(this.#gathering)
    if (this.#retry !== null) clearTimeout(this.#retry)
  }

  #handGathered(): void {
    if (this.#gathering !== null) clearTimeout(this.#gathering)
    this.#gathering = null
    const entries = this.#gathered
    const last = entries.at(-1)
    this.#gathered = []
    if (last === undefined || this.#isClosed) return
    const isNext = entries[0]?.seq === this.#handed + 1
    const hasRoom = last.seq - this.#projected <= maxInFlight
    if (this.#isReading || this.#isInTrouble || !isNext || !hasRoom) this.#catchUp()
    else this.#hand(entries).catch((error: unknown) => this.#fail(error))
  }

  #catchUp(): void {
    if (this.#isReading || this.#isClosed || this.#retry !== null) return
    this.#isReading = true
    this.#read().catch((error: unknown) => this.#fail(error))
  }

  async #read(): Promise<void> {
    try {
      let handing: Promise<void> = Promise.resolve()
      while (!this.#isClosed && this.#handed < this.#head) {
        // The journal reads the next batch while the worker indexes this one.
        const [entries] = await Promise.all([this.#options.journal.read(this.#handed, batchSize), handing])
        if (entries.length === 0) break
        handing = this.#hand(entries)
        // What is offered while the last batch is indexed must still find the loop running.
        if (this.#handed >= this.#head) await handing
      }
      await handing
      this.#isInTrouble = false
    } finally {
      // In the same turn as the last look at the head: an entry offered in between would wake nobody.
      this.#isReading = false
    }
  }

  async #hand(entries: readonly Entry[]): Promise<void> {
    this.#handed = entries.at(-1)?.seq ?? this.#handed
    this.#advance(await this.#options.thread.ask('project', entries))
  }

  #advance(seq: number): void {
    this.#projected = seq
    const due = this.#waiting.filter((waiting) => waiting.seq <= seq)
    if (due.length === 0) return
    this.#waiting = this.#waiting.filter((waiting) => waiting.seq > seq)
    for (const { resolve } of due) resolve()
  }

  #fail(error: unknown): void {
    if (this.#isClosed || this.#retry !== null) return
    if (!this.#isInTrouble) this.#options.onTrouble(error)
    this.#isInTrouble = true
    this.#retry = setTimeout(() => {
      this.#retry = null
      void this.#startAgain()
    }, retryAfter)
  }

  async #startAgain(): Promise<void> {
    try {
      await this.start()
    } catch (error) {
      this.#fail(error)
    }
  }
}
