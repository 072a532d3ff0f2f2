import type { KeyObject } from 'node:crypto'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { bornOf, KeyRing, type SealedAhead, type SubjectKey } from './seal.ts'

/** Keys held open: a rush of corrections touches the sheets of the last hours, at some 300 bytes each. */
const held = 10_000

/** What is to be sealed, and is: `SealedAhead` under a new key, bytes under the subject's own. */
type Ahead = Readonly<{
  personal: string
  sealed: SealedAhead | Readonly<{ key: SubjectKey; bytes: Buffer }>
}>

/** The subjects' keys: wrapped in the table, the recently used ones open in memory. */
export class SqliteKeys {
  readonly #ring: KeyRing
  readonly #open = new Map<string, SubjectKey>()
  /** Sealed for a batch that is to come, by subject. */
  readonly #ahead = new Map<string, Ahead>()
  /** Made in the transaction under way. */
  #fresh: string[] = []
  readonly #select: StatementSync
  readonly #insert: StatementSync
  readonly #delete: StatementSync

  constructor(db: DatabaseSync, master: KeyObject) {
    this.#ring = new KeyRing(master)
    this.#select = db.prepare('SELECT key FROM subjects WHERE subject = ?')
    this.#insert = db.prepare('INSERT INTO subjects VALUES (?, ?) ON CONFLICT DO NOTHING')
    this.#delete = db.prepare('DELETE FROM subjects WHERE subject = ?')
  }

  /** Inside a transaction, which stores the key of a subject that is new. */
  seal(subject: string, personal: string, seq: number): Uint8Array {
    return (
      this.#takeAhead(subject, personal, seq) ??
      (this.#open.get(subject) ?? this.#claim(subject, seq)).seal(subject, personal)
    )
  }

  /** Sealing is most of what a long batch takes: done before its transaction, nobody else's waits for it. Stores nothing. */
  sealAhead(subject: string, personal: string): void {
    const key = this.#find(subject)
    const sealed =
      key === null ? this.#ring.sealAhead(subject, personal) : { key, bytes: key.seal(subject, personal) }
    this.#ahead.set(subject, { personal, sealed })
  }

  /** What was sealed ahead and not asked for. */
  dropAhead(): void {
    this.#ahead.clear()
  }

  /** Null when the subject is erased; undefined when it is not, and the bytes or its key are damaged. */
  unseal(subject: string, sealed: Uint8Array): string | null | undefined {
    try {
      return this.#find(subject)?.unseal(subject, sealed) ?? null
    } catch {
      return undefined
    }
  }

  /** Unless it was made for entry `before`, or a later one. */
  destroy(subject: string, before: number): void {
    const row = this.#select.get(subject) as { key: Uint8Array } | undefined
    if (row !== undefined && bornOf(row.key) >= before) return
    this.#open.delete(subject)
    this.#ahead.delete(subject)
    this.#delete.run(subject)
  }

  commit(): void {
    this.#fresh = []
  }

  /** Makes the next new subject's key while nobody waits for it. */
  prepare(): void {
    this.#ring.prepare()
  }

  rollback(): void {
    for (const subject of this.#fresh) this.#open.delete(subject)
    this.#fresh = []
  }

  /** Null where other words were sealed, or where the subject has got, or lost, a key since. */
  #takeAhead(subject: string, personal: string, seq: number): Uint8Array | null {
    const ahead = this.#ahead.get(subject)
    this.#ahead.delete(subject)
    if (ahead?.personal !== personal) return null
    if ('bytes' in ahead.sealed) return this.#find(subject) === ahead.sealed.key ? ahead.sealed.bytes : null
    const { key, sealed } = ahead.sealed.bear(seq)
    return this.#isNew(subject, key) ? sealed : null
  }

  #find(subject: string): SubjectKey | null {
    const open = this.#open.get(subject)
    if (open !== undefined) return open
    const row = this.#select.get(subject) as { key: Uint8Array } | undefined
    return row === undefined ? null : this.#keep(subject, this.#ring.unwrap(row.key))
  }

  /** A subject whose key is not held open is mostly a new one: inserting finds out, without asking first. */
  #claim(subject: string, seq: number): SubjectKey {
    const key = this.#ring.create(seq)
    return this.#isNew(subject, key) ? key : (this.#find(subject) ?? key)
  }

  /** Stores the key, unless the subject has one. */
  #isNew(subject: string, key: SubjectKey): boolean {
    if (this.#insert.run(subject, key.wrapped).changes === 0) return false
    this.#fresh.push(subject)
    this.#keep(subject, key)
    return true
  }

  #keep(subject: string, key: SubjectKey): SubjectKey {
    this.#open.set(subject, key)
    if (this.#open.size > held) {
      const [oldest] = this.#open.keys()
      if (oldest !== undefined) this.#open.delete(oldest)
    }
    return key
  }
}
