/** The default journal: one SQLite file in the data folder, written by a worker thread. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Draft, Entry, Position } from '#shared/journal/entry.ts'
import type { CommandId } from '#shared/lib/id.ts'
import { unreachable } from '#shared/lib/unreachable.ts'
import { OneByOne } from '#server/lib/one-by-one.ts'
import { Live } from './live.ts'
import {
  type Appended,
  type Erasure,
  type Journal,
  JournalDamaged,
  JournalRefused,
  JournalUnavailable,
  type Sealable,
  type Unreadable,
} from './port.ts'
import type {
  Answered,
  AppendAnswer,
  Asked,
  Failure,
  Opened,
  Request,
  RowsAnswer,
  WorkerOptions,
} from './sqlite-protocol.ts'
import { personalOf, read, runsOf, writeAll } from './stored.ts'
import { UnreadableSubjects } from './unreadable.ts'

/**
 * Opens or makes the journal in `folder`. Throws `JournalRefused` when another server writes it, when it was sealed
 * with another master key or by a newer version.
 */
export async function openSqliteJournal(options: WorkerOptions): Promise<Journal> {
  const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: options })
  const [opened] = (await once(worker, 'message')) as [Opened]
  if ('failure' in opened) throw errorOf(opened.failure)
  return new SqliteJournal(worker, opened.opened.head)
}

/** A few milliseconds of the journal's thread: whoever is stored next waits for as long. */
const sealedAtOnce = 100

type Pending = Readonly<{ resolve: (value: unknown) => void; reject: (error: Error) => void }>

class SqliteJournal implements Journal {
  readonly #worker: Worker
  readonly #live: Live
  readonly #pending = new Map<number, Pending>()
  readonly #unreadable = new UnreadableSubjects()
  readonly #writing = new OneByOne()
  #asked = 0
  /** Why nothing can be asked any more. */
  #gone: Error | null = null

  constructor(worker: Worker, head: number) {
    this.#worker = worker
    this.#live = new Live(head)
    worker.on('message', (answer: Answered) => this.#answered(answer))
    worker.on('error', (cause) =>
      this.#lost(new JournalUnavailable("the journal's worker failed", { cause })),
    )
    worker.on('exit', () => this.#lost(new JournalUnavailable('the journal is closed')))
  }

  async append(batch: readonly Draft[], expectedHead: number): Promise<Appended> {
    // Appends under way are carried out in the order of the calls, also behind one that takes its time.
    const written = await this.#writing.take(() => writeAll(batch))
    const runs = runsOf(batch)
    const answer = await this.#ask<AppendAnswer>({
      method: 'append',
      expectedHead,
      commands: runs.map(({ command }) => command),
      counts: runs.map(({ from, to }) => to - from + 1),
      bodies: written.map(({ body }) => body),
      subjects: written.map(({ subject }) => subject),
      personals: written.map(({ personal }) => personal),
    })
    if (answer.status !== 'appended') return answer as Appended
    const hashes = batch.map((_, i) => hex(answer.hashes, i))
    this.#live.publish(
      batch.map((draft, i) => ({ ...draft, seq: expectedHead + 1 + i, hash: hashes[i] ?? '' })),
    )
    return { status: 'appended', hashes }
  }

  /** Piece by piece: the appends that come meanwhile are carried out in between. */
  async foresee(batch: readonly Sealable[]): Promise<void> {
    await this.#ask({ method: 'sealAhead', isFirst: true, subjects: [], personals: [] })
    for (let from = 0; from < batch.length; from += sealedAtOnce) {
      const parts = batch.slice(from, from + sealedAtOnce).flatMap((draft) => personalOf(draft) ?? [])
      const subjects = parts.map(({ subject }) => subject)
      const personals = parts.map(({ personal }) => personal)
      await this.#ask({ method: 'sealAhead', isFirst: false, subjects, personals })
    }
  }

  async read(after: number, limit: number): Promise<readonly Entry[]> {
    return this.#entries(await this.#ask<RowsAnswer>({ method: 'read', after, limit }))
  }

  follow(after: number, signal: AbortSignal): AsyncIterable<readonly Entry[]> {
    return this.#live.follow(after, signal, (from, limit) => this.read(from, limit))
  }

  head(): Promise<number> {
    return this.#ask({ method: 'head' })
  }

  async entriesOf(command: CommandId): Promise<readonly Entry[]> {
    return this.#entries(await this.#ask<RowsAnswer>({ method: 'entriesOf', command }))
  }

  async forget(erasures: readonly Erasure[]): Promise<void> {
    await this.#ask({ method: 'forget', erasures })
    this.#live.scrub()
  }

  positionOf(follower: string): Promise<Position | null> {
    return this.#ask({ method: 'positionOf', follower })
  }

  keepPosition(follower: string, position: Position): Promise<void> {
    return this.#ask({ method: 'keepPosition', follower, position })
  }

  probe(): Promise<void> {
    return this.#ask({ method: 'probe' })
  }

  unreadable(): readonly Unreadable[] {
    return this.#unreadable.list()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#gone !== null) return
    this.#live.close()
    const exit = once(this.#worker, 'exit')
    this.#worker.postMessage({ id: this.#asked++, request: { method: 'close' } } satisfies Asked)
    await exit
  }

  #entries(answer: RowsAnswer): readonly Entry[] {
    for (const one of answer.unreadable) this.#unreadable.found(one)
    return entries(answer)
  }

  #ask<T>(request: Request): Promise<T> {
    if (this.#gone !== null) return Promise.reject(this.#gone)
    const id = this.#asked++
    return new Promise<T>((resolve, reject) => {
      this.#pending.set(id, { resolve: resolve as (value: unknown) => void, reject })
      this.#worker.postMessage({ id, request } satisfies Asked)
    })
  }

  #answered(answer: Answered): void {
    const pending = this.#pending.get(answer.id)
    this.#pending.delete(answer.id)
    if ('failure' in answer) pending?.reject(errorOf(answer.failure))
    else pending?.resolve(answer.value)
  }

  #lost(error: Error): void {
    this.#gone ??= error
    this.#live.close(this.#gone)
    for (const { reject } of this.#pending.values()) reject(this.#gone)
    this.#pending.clear()
  }
}

function entries({ seqs, bodies, personals, hashes }: RowsAnswer): readonly Entry[] {
  return seqs.map((seq, i) =>
    read({
      seq,
      body: bodies[i] ?? '',
      personal: personals[i] ?? null,
      hash: hashes.subarray(32 * i, 32 * i + 32),
    }),
  )
}

function hex(hashes: Uint8Array, i: number): string {
  return Buffer.from(hashes.buffer, hashes.byteOffset + 32 * i, 32).toString('hex')
}

function errorOf({ kind, message }: Failure): Error {
  switch (kind) {
    case 'unavailable':
      return new JournalUnavailable(message)
    case 'damaged':
      return new JournalDamaged(message)
    case 'refused':
      return new JournalRefused(message)
    case 'bug':
      return new Error(message)
    default:
      return unreachable(kind)
  }
}
