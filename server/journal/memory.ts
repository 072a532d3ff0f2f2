import { createSecretKey, randomBytes } from 'node:crypto'
import type { Draft, Entry, Position } from '#shared/journal/entry.ts'
import type { CommandId } from '#shared/lib/id.ts'
import { genesis, link } from './chain.ts'
import { Live } from './live.ts'
import type { Appended, Erasure, Journal, Unreadable } from './port.ts'
import { KeyRing, type SubjectKey } from './seal.ts'
import { read, type StoredEntry, subjectOf, write, type Written } from './stored.ts'

/** For tests: keeps nothing, but seals, chains and refuses as the others do. */
export class MemoryJournal implements Journal {
  readonly #ring = new KeyRing(createSecretKey(randomBytes(32)))
  readonly #rows: StoredEntry[] = []
  readonly #commands = new Map<string, number[]>()
  readonly #keys = new Map<string, SubjectKey>()
  readonly #positions = new Map<string, Position>()
  readonly #live = new Live(0)

  async append(batch: readonly Draft[], expectedHead: number): Promise<Appended> {
    const known = [...new Set(batch.map((draft) => draft.command))].filter((id) => this.#commands.has(id))
    if (known.length > 0) return { status: 'repeated', commands: known }
    const head = this.#rows.length
    if (head !== expectedHead) return { status: 'head-moved', head }
    // All written before the first is stored: a faulty draft must leave nothing of its batch.
    const written = batch.map((draft) => ({ draft, ...write(draft) }))
    const entries = written.map((one) => this.#store(one))
    this.#live.publish(entries)
    return { status: 'appended', hashes: entries.map((entry) => entry.hash) }
  }

  read(after: number, limit: number): Promise<readonly Entry[]> {
    const from = Math.max(0, after)
    const rows = this.#rows.slice(from, from + Math.max(0, limit))
    return Promise.resolve(rows.map((row) => this.#open(row)))
  }

  follow(after: number, signal: AbortSignal): AsyncIterable<readonly Entry[]> {
    return this.#live.follow(after, signal, (from, limit) => this.read(from, limit))
  }

  head(): Promise<number> {
    return Promise.resolve(this.#rows.length)
  }

  entriesOf(command: CommandId): Promise<readonly Entry[]> {
    const rows = (this.#commands.get(command) ?? []).flatMap((seq) => this.#rows[seq - 1] ?? [])
    return Promise.resolve(rows.map((row) => this.#open(row)))
  }

  forget(erasures: readonly Erasure[]): Promise<void> {
    for (const { subject, before = Infinity } of erasures) {
      if ((this.#keys.get(subject)?.born ?? 0) < before) this.#keys.delete(subject)
    }
    this.#live.scrub()
    return Promise.resolve()
  }

  positionOf(follower: string): Promise<Position | null> {
    return Promise.resolve(this.#positions.get(follower) ?? null)
  }

  keepPosition(follower: string, position: Position): Promise<void> {
    this.#positions.set(follower, position)
    return Promise.resolve()
  }

  probe(): Promise<void> {
    return Promise.resolve()
  }

  unreadable(): readonly Unreadable[] {
    return []
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#live.close()
    return Promise.resolve()
  }

  #store({ draft, body, subject, personal }: Written & { readonly draft: Draft }): Entry {
    const seq = this.#rows.length + 1
    const sealed = subject === null ? null : this.#keyOf(subject, seq).seal(subject, personal)
    const row = { seq, body, sealed, hash: link(this.#rows.at(-1)?.hash ?? genesis, body, sealed) }
    this.#rows.push(row)
    this.#commands.set(draft.command, [...(this.#commands.get(draft.command) ?? []), seq])
    return this.#open(row)
  }

  #keyOf(subject: string, seq: number): SubjectKey {
    const key = this.#keys.get(subject) ?? this.#ring.create(seq)
    this.#keys.set(subject, key)
    return key
  }

  #open({ seq, body, sealed, hash }: StoredEntry): Entry {
    if (sealed === null) return read({ seq, body, personal: null, hash })
    const subject = subjectOf(seq, body)
    const key = this.#keys.get(subject)
    return read({ seq, body, personal: key?.unseal(subject, sealed) ?? null, hash })
  }
}
