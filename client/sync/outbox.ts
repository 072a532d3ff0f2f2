import type { Envelope } from '#shared/command.ts'
import type { CommandId, PersonId } from '#shared/lib/id.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Outcome } from '#shared/sync/wire.ts'

/*
 * What a person said and the server has not yet confirmed. Every command is kept before it is sent, and only its
 * outcome takes it out: a reload, a closed laptop or a restarted server lose nothing, and the command's id makes
 * sending it again harmless. Order is kept: ids sort by time.
 */

export type OutboxItem = Readonly<{
  envelope: Envelope
  /** Whose it is: on a shared machine nobody sends another's words. */
  person: PersonId
  madeAt: number
  /** Set once the server has refused it and nobody was waiting to be told: it stays until its author dismisses it. */
  refusal: Refusal | null
}>

/** Where items survive: IndexedDB in the browser, memory in the headless console. */
export interface OutboxStore {
  all: () => Promise<readonly OutboxItem[]>
  put: (item: OutboxItem) => Promise<void>
  remove: (id: string) => Promise<void>
}

/** What the author is told within moments; `pending`: it is kept and will be sent. */
export type Sent =
  | Readonly<{ status: 'recorded'; id: CommandId; at: number; seqs: readonly [number, number] | null }>
  | Readonly<{ status: 'refused'; refusal: Refusal }>
  | Readonly<{ status: 'pending' }>

type Parts = Readonly<{
  store: OutboxStore
  send: (envelope: Envelope, timeoutMs: number) => Promise<Outcome>
  isLive: () => boolean
  onChange: (items: readonly OutboxItem[]) => void
  /** Told of each command that is recorded, before it leaves. */
  onRecorded: (item: OutboxItem, outcome: Extract<Outcome, { status: 'accepted' }>) => void
}>

// After this the author is told that it waits; the answer may still come.
const patienceMs = 2_500
const answerTimeoutMs = 10_000
const retryMs = 2_000

export class Outbox {
  readonly #parts: Parts
  #items: readonly OutboxItem[] = []
  readonly #sending = new Set<string>()
  #retry: ReturnType<typeof setTimeout> | null = null
  readonly #loaded: Promise<void>

  constructor(parts: Parts) {
    this.#parts = parts
    // What is said before the store has answered must not be dropped by its answer.
    this.#loaded = parts.store.all().then((items) => this.#change([...items, ...this.#items].sort(byId)))
  }

  get items(): readonly OutboxItem[] {
    return this.#items
  }

  async submit(envelope: Envelope, person: PersonId, madeAt: number): Promise<Sent> {
    const item: OutboxItem = { envelope, person, madeAt, refusal: null }
    const kept = this.#parts.store.put(item)
    this.#change([...this.#items, item])
    if (!this.#parts.isLive()) {
      await kept
      return { status: 'pending' }
    }
    const author = { isWaiting: true }
    const patience = new Promise<Sent>((resolve) => {
      setTimeout(() => resolve({ status: 'pending' }), patienceMs)
    })
    const sent = await Promise.race([this.#send(item, kept, author), patience])
    author.isWaiting = false
    return sent
  }

  /** Sends what waits, oldest first. Called whenever the line is live again. */
  async flush(person: PersonId): Promise<void> {
    await this.#loaded
    const waiting = this.#items.filter((item) => item.person === person && item.refusal === null)
    await Promise.all(waiting.map((item) => this.#send(item, Promise.resolve(), { isWaiting: false })))
  }

  async dismiss(id: string): Promise<void> {
    await this.#parts.store.remove(id)
    this.#change(this.#items.filter(({ envelope }) => envelope.id !== id))
  }

  async #send(item: OutboxItem, kept: Promise<void>, author: { isWaiting: boolean }): Promise<Sent> {
    const { id } = item.envelope
    if (this.#sending.has(id)) return { status: 'pending' }
    this.#sending.add(id)
    try {
      const outcome = await this.#parts.send(item.envelope, answerTimeoutMs)
      await kept
      return await this.#settle(item, outcome, author)
    } catch {
      this.#retryLater(item.person)
      return { status: 'pending' }
    } finally {
      this.#sending.delete(id)
    }
  }

  async #settle(item: OutboxItem, outcome: Outcome, author: { isWaiting: boolean }): Promise<Sent> {
    const { id } = item.envelope
    if (outcome.status === 'unavailable') {
      this.#retryLater(item.person)
      return { status: 'pending' }
    }
    if (outcome.status === 'accepted') {
      this.#parts.onRecorded(item, outcome)
      await this.dismiss(id)
      return { status: 'recorded', id, at: outcome.at, seqs: outcome.seqs }
    }
    const { refusal } = outcome
    if (author.isWaiting) await this.dismiss(id)
    else await this.#keepRefused({ ...item, refusal })
    return { status: 'refused', refusal }
  }

  async #keepRefused(item: OutboxItem): Promise<void> {
    await this.#parts.store.put(item)
    const { id } = item.envelope
    this.#change(this.#items.map((other) => (other.envelope.id === id ? item : other)))
  }

  #retryLater(person: PersonId): void {
    this.#retry ??= setTimeout(() => {
      this.#retry = null
      if (this.#parts.isLive()) void this.flush(person)
    }, retryMs)
  }

  #change(items: readonly OutboxItem[]): void {
    this.#items = items
    this.#parts.onChange(items)
  }
}

function byId(a: OutboxItem, b: OutboxItem): number {
  return a.envelope.id < b.envelope.id ? -1 : 1
}
