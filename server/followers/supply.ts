import type { Entry } from '#shared/journal/entry.ts'
import type { Journal } from '#server/journal/port.ts'

/** Entries handed over at once: long enough to be cheap, short enough for others to be heard in between. */
export const batchSize = 1_000
/** Entries held for a follower that is at work, past which they are read from the journal. */
const mostHeld = 5_000

/**
 * Where a follower's next entries come from. What is committed is held in memory while the follower keeps up; when it
 * lags the missing stretch is read from the journal, batch by batch: memory stays bounded whatever the pace.
 */
export class Supply {
  readonly #journal: Pick<Journal, 'read'>
  #held: Entry[] = []
  /** The last entry that was handed over, which the follower may still be at work on. */
  #given = 0
  /** The batch after the one in hand, already being read. */
  #ahead: Readonly<{ after: number; entries: Promise<readonly Entry[]> }> | null = null

  constructor(journal: Pick<Journal, 'read'>) {
    this.#journal = journal
  }

  /** How many entries can be taken without asking the journal. */
  get held(): number {
    return this.#held.length
  }

  /** Entries that do not follow what is held, or for which there is no room, will be read. */
  hold(entries: readonly Entry[], position: number): void {
    const last = this.#held.at(-1)?.seq ?? Math.max(position, this.#given)
    const hasRoom = this.#held.length + entries.length <= mostHeld
    if (hasRoom && entries[0]?.seq === last + 1) this.#held.push(...entries)
  }

  /** Null when memory does not hold what comes after `position`. */
  take(position: number): readonly Entry[] | null {
    if (this.#held[0]?.seq !== position + 1) {
      this.#held = []
      return null
    }
    return this.#give(this.#held.splice(0, batchSize))
  }

  /** Reads on while the follower is busy with what this gives. */
  async read(position: number, head: number): Promise<readonly Entry[]> {
    const reading =
      this.#ahead?.after === position ? this.#ahead.entries : this.#journal.read(position, batchSize)
    this.#ahead = null
    const entries = await reading
    const last = entries.at(-1)?.seq ?? head
    if (last < head) {
      const next = this.#journal.read(last, batchSize)
      // Whoever waits for it learns of it.
      next.catch(() => undefined)
      this.#ahead = { after: last, entries: next }
    }
    return this.#give(entries)
  }

  drop(): void {
    this.#held = []
    this.#given = 0
    this.#ahead = null
  }

  #give(entries: readonly Entry[]): readonly Entry[] {
    this.#given = entries.at(-1)?.seq ?? this.#given
    return entries
  }
}
