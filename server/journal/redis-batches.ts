import type { Draft, Entry } from '#shared/journal/entry.ts'
import { inSlices } from '#server/lib/slices.ts'
import { atOnce } from '#shared/lib/at-once.ts'
import { genesis, link } from './chain.ts'
import type { RedisKeys } from './redis-keys.ts'
import type { Tail } from './redis-rows.ts'
import type { Batch } from './redis-script.ts'
import type { SubjectKey } from './seal.ts'
import { isLong, runsOf, write } from './stored.ts'

/** Seals batches and chains each on the one before it, whether or not that one is already known to be stored. */
export class RedisBatches {
  readonly #keys: RedisKeys
  /** The last entry known to be stored. */
  #seen: Tail
  /** The last entry sent; null when a batch was refused, since those sent after it will be too. */
  #sent: Tail | null = null

  constructor(keys: RedisKeys, seen: Tail) {
    this.#keys = keys
    this.#seen = seen
  }

  /** A long batch is sealed with everybody else in between: the next one is prepared after it. */
  prepare(batch: readonly Draft[], head: number): Batch | Promise<Batch> {
    const steps = this.#sealing(batch, head)
    return isLong(batch) ? inSlices(steps) : atOnce(steps)
  }

  *#sealing(batch: readonly Draft[], head: number): Generator<void, Batch> {
    const previous = this.#hashAt(head)
    const keys = new Map<string, Batch['keys'][number]>()
    const entries: Batch['entries'][number][] = []
    let hash = previous ?? genesis
    for (const [i, draft] of batch.entries()) {
      const { body, subject, personal } = write(draft)
      const sealed =
        subject === null ? null : this.#keyFor(subject, head + 1 + i, keys).seal(subject, personal)
      hash = link(hash, body, sealed)
      yield void entries.push({ body, sealed, hash })
    }
    this.#sent = { seq: head + entries.length, hash }
    const commands = runsOf(batch).map(({ command, from, to }) => ({
      command,
      first: head + 1 + from,
      last: head + 1 + to,
    }))
    return { head, previous, commands, keys: [...keys.values()], entries }
  }

  /** `tail` is stored, by this node or another. */
  seen(tail: Tail): void {
    if (tail.seq > this.#seen.seq) this.#seen = tail
  }

  /** What was sent last may not be stored: the next batch is chained on what is known to be. */
  refused(): void {
    this.#sent = null
  }

  #hashAt(head: number): Buffer | null {
    if (this.#sent?.seq === head) return this.#sent.hash
    return this.#seen.seq === head ? this.#seen.hash : null
  }

  /**
   * A new key is held open before it is stored, so that the batches behind this one use it too. Should it not be
   * stored, Redis tells the next batch so.
   */
  #keyFor(subject: string, seq: number, keys: Map<string, Batch['keys'][number]>): SubjectKey {
    const held = this.#keys.held(subject)
    const key = held ?? this.#keys.hold(subject, this.#keys.create(seq))
    if (!keys.has(subject)) keys.set(subject, { subject, wrapped: key.wrapped, isNew: held === null })
    return key
  }
}

/** The entries that a batch becomes once it is stored. */
export function entriesOf(batch: readonly Draft[], { head, entries }: Batch): readonly Entry[] {
  return entries.flatMap(({ hash }, i) => {
    const draft = batch[i]
    return draft === undefined ? [] : [{ ...draft, seq: head + 1 + i, hash: hash.toString('hex') }]
  })
}
