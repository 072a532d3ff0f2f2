import { v7 } from 'uuid'
import type { Envelope } from '#shared/command.ts'
import { featureOf } from '#shared/event.ts'
import { canonical } from '#shared/lib/canonical.ts'
import type { CommandId, PersonId, SubjectId } from '#shared/lib/id.ts'
import { makes, speaksOf } from '#shared/privacy/speaks-of.ts'
import { withoutWords } from '#shared/privacy/without-words.ts'
import { isLongList } from '#shared/roster/long-list.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Outcome } from '#shared/sync/wire.ts'

/*
 * What a person said and the server has not yet confirmed. Every command is kept before it is sent, and only its
 * outcome, or the erasure of whom it speaks of, takes it out: a reload, a closed laptop or a restarted server lose
 * nothing, and the command's id makes sending it again harmless. Order is kept: ids sort by time.
 */

export type OutboxItem = Readonly<{
  /** Where it is kept. Two tabs with one draft may hold other words under one id: neither takes the other's place. */
  key: string
  envelope: Envelope
  /** Whose it is: on a shared machine nobody sends another's words. */
  person: PersonId
  madeAt: number
  /** Set once the server has refused it and nobody was waiting to be told: it stays until its author dismisses it. */
  refusal: Refusal | null
  /** The browser has refused to keep it: it lasts as long as the page, and its author is told. */
  isUnkept?: true
}>

/** Where items survive: IndexedDB in the browser, memory in the headless console. */
export interface OutboxStore {
  all: () => Promise<readonly OutboxItem[]>
  put: (item: OutboxItem) => Promise<void>
  remove: (key: string) => Promise<void>
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

const answerTimeoutMs = 10_000
// After this the author is told that it waits; the answer may still come. A list of members is work for seconds on a busy
// machine: it is being recorded, not waiting.
const patienceMs = { ordinary: 2_500, list: answerTimeoutMs }
const retryMs = 2_000
const nobody = (): void => undefined

export class Outbox {
  readonly #parts: Parts
  #items: readonly OutboxItem[] = []
  /** By id and content: what its author waits for. */
  readonly #asked = new Map<string, Promise<Sent>>()
  readonly #sending = new Set<string>()
  /** What the store was asked last of each item: it is asked in order, or words that are gone could come back. */
  readonly #asking = new Map<string, Promise<void>>()
  /** Told once the browser or the journal holds what was said, by where it is kept. */
  readonly #onHeld = new Map<string, () => void>()
  #retry: ReturnType<typeof setTimeout> | null = null
  #loaded: Promise<void>

  constructor(parts: Parts) {
    this.#parts = parts
    this.#loaded = this.#load()
  }

  /** Whoever sits here has got their key: what was kept for them opens. */
  load(): void {
    this.#loaded = this.#load()
  }

  async #load(): Promise<void> {
    const kept = await this.#parts.store.all()
    // What is said before the store has answered must not be dropped by its answer.
    const known = new Set(this.#items.map(({ key }) => key))
    this.#change([...kept.filter(({ key }) => !known.has(key)), ...this.#items].sort(byId))
  }

  get items(): readonly OutboxItem[] {
    return this.#items
  }

  /** What is already on its way is not sent beside itself. `onHeld` is told once it outlives this page. */
  submit(envelope: Envelope, person: PersonId, madeAt: number, onHeld = nobody): Promise<Sent> {
    const content = canonical(envelope)
    const asked = this.#asked.get(content)
    if (asked !== undefined) return asked
    const isIt = (item: OutboxItem) =>
      item.envelope.id === envelope.id && canonical(item.envelope) === content
    if (this.#items.some((item) => item.refusal === null && isIt(item)))
      return Promise.resolve({ status: 'pending' })
    const item = { key: v7(), envelope, person, madeAt, refusal: null }
    this.#onHeld.set(item.key, onHeld)
    const sent = this.#submit(item)
    this.#asked.set(content, sent)
    const answered = () => this.#asked.delete(content)
    void sent.then(answered, answered)
    return sent
  }

  async #submit(item: OutboxItem): Promise<Sent> {
    this.#change([...this.#items, item])
    const kept = this.#keep(item)
    if (!this.#parts.isLive()) {
      await kept
      return { status: 'pending' }
    }
    const author = { isWaiting: true }
    const patience = new Promise<Sent>((resolve) => {
      const { ordinary, list } = patienceMs
      setTimeout(() => resolve({ status: 'pending' }), isLongList(item.envelope) ? list : ordinary)
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

  async dismiss(key: string): Promise<void> {
    this.#onHeld.delete(key)
    // First: what is dismissed is not sent while the browser takes its time.
    this.#change(this.#items.filter((item) => item.key !== key))
    await this.#inOrder(key, () => this.#parts.store.remove(key))
  }

  /** Of somebody erased nothing more is said: the words go, the rest stays as refused until its author has read why. */
  async forgetSubjects(subjects: readonly SubjectId[]): Promise<void> {
    await this.#loaded
    await Promise.all(this.#items.map((item) => this.#unsay(item, subjects)))
  }

  async #unsay(item: OutboxItem, subjects: readonly SubjectId[]): Promise<void> {
    const spokenOf = subjects.filter((subject) => speaksOf(item.envelope, subject))
    // Recorded already: there is nothing left to tell.
    if (spokenOf.some((subject) => makes(item.envelope, subject))) return this.dismiss(item.key)
    const envelope = withoutWords(item.envelope)
    if (spokenOf.length === 0 || canonical(envelope) === canonical(item.envelope)) return
    await this.#keepRefused({ ...item, envelope, refusal: erasedOf(envelope) })
  }

  async #send(item: OutboxItem, kept: Promise<void>, author: { isWaiting: boolean }): Promise<Sent> {
    const { key } = item
    if (this.#sending.has(key)) return { status: 'pending' }
    this.#sending.add(key)
    try {
      const outcome = await this.#parts.send(item.envelope, answerTimeoutMs)
      await kept
      return await this.#settle(item, outcome, author)
    } catch {
      this.#retryLater(item.person)
      return { status: 'pending' }
    } finally {
      this.#sending.delete(key)
    }
  }

  async #settle(sent: OutboxItem, outcome: Outcome, author: { isWaiting: boolean }): Promise<Sent> {
    const { key, envelope } = sent
    // While it was on its way somebody may have been erased: what was sent is not what may be kept.
    const item = this.#items.find((other) => other.key === key && other.refusal === null)
    if (item === undefined) return await this.#settleUnsaid(sent, outcome)
    if (outcome.status === 'unavailable') {
      this.#retryLater(item.person)
      return { status: 'pending' }
    }
    if (outcome.status === 'accepted') {
      this.#parts.onRecorded(item, outcome)
      this.#held(key)
      await this.dismiss(key)
      return { status: 'recorded', id: envelope.id, at: outcome.at, seqs: outcome.seqs }
    }
    const { refusal } = outcome
    if (isMistaken(refusal) && !isSheet(envelope.command)) return this.#underAnotherId(item, author)
    if (author.isWaiting) await this.dismiss(key)
    else await this.#keepRefused({ ...item, envelope: sayable(item, refusal), refusal })
    return { status: 'refused', refusal }
  }

  /** Its words have gone: whatever became of it, its author is told no other reason, and nothing brings them back. */
  async #settleUnsaid({ key, envelope }: OutboxItem, outcome: Outcome): Promise<Sent> {
    if (outcome.status === 'unavailable') return { status: 'pending' }
    if (outcome.status === 'refused') return { status: 'refused', refusal: erased }
    await this.dismiss(key)
    return { status: 'recorded', id: envelope.id, at: outcome.at, seqs: outcome.seqs }
  }

  /** Whatever the browser says, what was said goes on its way. */
  async #keep(item: OutboxItem): Promise<void> {
    try {
      await this.#inOrder(item.key, () => this.#parts.store.put(item))
      this.#held(item.key)
    } catch {
      const unkept = (other: OutboxItem) =>
        other.key === item.key ? { ...other, isUnkept: true as const } : other
      this.#change(this.#items.map(unkept))
    }
  }

  #held(key: string): void {
    this.#onHeld.get(key)?.()
    this.#onHeld.delete(key)
  }

  #inOrder(key: string, ask: () => Promise<void>): Promise<void> {
    const before = this.#asking.get(key)
    const asked = before === undefined ? ask() : before.then(ask, ask)
    const over = () => {
      if (this.#asking.get(key) === asked) this.#asking.delete(key)
    }
    this.#asking.set(key, asked)
    asked.then(over, over)
    return asked
  }

  async #keepRefused(item: OutboxItem): Promise<void> {
    this.#change(this.#items.map((other) => (other.key === item.key ? item : other)))
    await this.#keep(item)
  }

  /** The id was known with other words, or was somebody else's: these words have not been recorded, and are now. */
  async #underAnotherId(item: OutboxItem, author: { isWaiting: boolean }): Promise<Sent> {
    const again = { ...item, key: v7(), envelope: { ...item.envelope, id: v7() as CommandId } }
    this.#change([...this.#items, again])
    this.#onHeld.set(again.key, this.#onHeld.get(item.key) ?? nobody)
    await this.#keep(again)
    await this.dismiss(item.key)
    return this.#send(again, Promise.resolve(), author)
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

export const erased: Refusal = { code: 'calls.erased', field: null, detail: null }
const erasedMember: Refusal = { ...erased, code: 'roster.erased' }

function erasedOf({ command }: Envelope): Refusal {
  return featureOf(command.type) === 'roster' ? erasedMember : erased
}

function sayable({ envelope }: OutboxItem, { code }: Refusal): Envelope {
  return code === erasedOf(envelope).code ? withoutWords(envelope) : envelope
}

function isMistaken({ code }: Refusal): boolean {
  return code === 'command.other-content' || code === 'command.other-author'
}

/** One call is one sheet: other words under its id correct it, which its author decides. */
function isSheet({ type }: Envelope['command']): boolean {
  return type === 'calls.log' || type === 'calls.correct'
}

function byId(a: OutboxItem, b: OutboxItem): number {
  return a.envelope.id < b.envelope.id ? -1 : 1
}
