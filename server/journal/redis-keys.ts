import type { KeyObject } from 'node:crypto'
import type { SubjectId } from '#shared/lib/id.ts'
import type { Erasure } from './port.ts'
import type { RedisConnection } from './redis-connection.ts'
import { type Keys, subjectField } from './redis-names.ts'
import { bornOf, KeyRing, type SubjectKey } from './seal.ts'
import { type OpenedEntry, type StoredEntry, subjectOf } from './stored.ts'
import { UnreadableSubjects } from './unreadable.ts'

/** Keys held open: a rush of corrections touches the sheets of the last hours, at some 300 bytes each. */
const mostHeld = 10_000

/** Another node may have destroyed it meanwhile, and the subject been spoken of again: that key is not this one. */
const destroyThis = `
if redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[2] then redis.call('HDEL', KEYS[1], ARGV[1]) end
`

/**
 * The subjects' keys. Redis alone says which exist: before every read it is asked, and a batch is refused that
 * was sealed with another key than the stored one. So an erasure on one node holds on all of them at once, whatever
 * messages get lost; what is held open here only saves the unwrapping.
 */
export class RedisKeys {
  readonly #redis: RedisConnection
  readonly #names: Keys
  readonly #ring: KeyRing
  readonly #open = new Map<string, SubjectKey>()
  readonly unreadable = new UnreadableSubjects()

  constructor(redis: RedisConnection, names: Keys, master: KeyObject) {
    this.#redis = redis
    this.#names = names
    this.#ring = new KeyRing(master)
  }

  /** The key that this node believes to be stored, or null. */
  held(subject: string): SubjectKey | null {
    return this.#open.get(subject) ?? null
  }

  create(seq: number): SubjectKey {
    return this.#ring.create(seq)
  }

  /** Makes the next new subject's key while nobody waits for it. */
  prepare(): void {
    this.#ring.prepare()
  }

  /** Believes what the store said. */
  learn(subject: string, wrapped: Buffer | null): SubjectKey | null {
    if (wrapped === null) {
      this.#open.delete(subject)
      return null
    }
    const open = this.#open.get(subject)
    return open?.wrapped.equals(wrapped) === true ? open : this.hold(subject, this.#ring.unwrap(wrapped))
  }

  hold(subject: string, key: SubjectKey): SubjectKey {
    this.#open.set(subject, key)
    if (this.#open.size > mostHeld) {
      const [oldest] = this.#open.keys()
      if (oldest !== undefined) this.#open.delete(oldest)
    }
    return key
  }

  /** Each unless it was made for its entry `before`, or a later one. */
  async destroy(erasures: readonly Erasure[]): Promise<void> {
    const stored = await this.#fetch(erasures.map(({ subject }) => subject))
    await Promise.all(erasures.map((erasure, i) => this.#destroyOne(erasure, stored[i] ?? null)))
  }

  async #destroyOne({ subject, before = Infinity }: Erasure, stored: Buffer | null): Promise<void> {
    if (stored !== null) {
      if (bornOf(stored) >= before) return
      const { index } = this.#names
      await this.#redis.send(['EVAL', destroyThis, '1', index, subjectField(subject), stored])
    }
    this.#open.delete(subject)
  }

  async openAll(rows: readonly StoredEntry[]): Promise<readonly OpenedEntry[]> {
    const subjects = rows.map(({ seq, body, sealed }) => (sealed === null ? null : subjectOf(seq, body)))
    const asked = [...new Set(subjects.filter((subject) => subject !== null))]
    const stored = asked.length === 0 ? [] : await this.#fetch(asked)
    const wrapped = new Map(asked.map((subject, i) => [subject, stored[i] ?? null]))
    return rows.map(({ seq, body, sealed, hash }, i) => {
      const subject = subjects[i] ?? null
      const personal =
        subject === null || sealed === null
          ? null
          : this.#unseal(subject, wrapped.get(subject) ?? null, { seq, sealed })
      return { seq, body, personal, hash }
    })
  }

  #fetch(subjects: readonly string[]): Promise<readonly (Buffer | null)[]> {
    return this.#redis.send(['HMGET', this.#names.index, ...subjects.map(subjectField)])
  }

  #unseal(
    subject: string,
    wrapped: Buffer | null,
    { seq, sealed }: { readonly seq: number; readonly sealed: Uint8Array },
  ): string | null {
    try {
      return this.learn(subject, wrapped)?.unseal(subject, sealed) ?? null
    } catch {
      this.unreadable.found({ subject: subject as SubjectId, seq })
      return null
    }
  }
}
