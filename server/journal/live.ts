/**
 * Following a journal from the process that writes it: the past is read from the store, the present is handed over
 * from memory. A follower is always served the entries after its own position, so it can miss and repeat nothing
 * however the two interleave.
 */
import type { Entry } from '#shared/journal/entry.ts'

/** Enough for every follower to live from memory in a rush, and a few megabytes at most. */
const kept = 2048
/** Entries read at a time by a follower that is behind: a few milliseconds of work between two turns of the loop. */
const page = 500

export class Live {
  #head: number
  #recent: Entry[] = []
  #closed = false
  #failure: Error | null = null
  readonly #waiting = new Set<() => void>()

  constructor(head: number) {
    this.#head = head
  }

  get head(): number {
    return this.#head
  }

  publish(entries: readonly Entry[]): void {
    // A batch that was stored but not acknowledged is read from the store.
    if (entries[0]?.seq !== this.#head + 1) this.#recent = []
    this.#recent.push(...entries)
    if (this.#recent.length > 2 * kept) this.#recent = this.#recent.slice(-kept)
    this.#head = entries.at(-1)?.seq ?? this.#head
    this.#wake()
  }

  /** Drops the entries held in memory, which may tell what has just been erased. */
  scrub(): void {
    this.#recent = []
  }

  /** Ends every follower, with `failure` if what they follow broke. */
  close(failure: Error | null = null): void {
    if (this.#closed) return
    this.#closed = true
    this.#failure = failure
    this.scrub()
    this.#wake()
  }

  async *follow(
    after: number,
    signal: AbortSignal,
    read: (after: number, limit: number) => Promise<readonly Entry[]>,
  ): AsyncGenerator<readonly Entry[]> {
    let position = after
    while (!this.#closed && !signal.aborted) {
      if (position >= this.#head) {
        await this.#changed(signal)
        continue
      }
      const entries = this.#after(position) ?? (await read(position, page))
      position = entries.at(-1)?.seq ?? position
      if (entries.length > 0) yield entries
    }
    if (this.#failure !== null && !signal.aborted) throw this.#failure
  }

  /** Null when memory does not reach back that far. */
  #after(position: number): readonly Entry[] | null {
    const oldest = this.#recent[0]?.seq
    if (oldest === undefined || position + 1 < oldest) return null
    return this.#recent.slice(position + 1 - oldest)
  }

  #changed(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#waiting.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      this.#waiting.add(done)
      signal.addEventListener('abort', done)
    })
  }

  #wake(): void {
    for (const done of this.#waiting) done()
  }
}
