import type { Position } from '#shared/journal/entry.ts'
import type { Envelope } from '#shared/command.ts'
import type { CommandId, PersonId, SubjectId } from '#shared/lib/id.ts'
import { speaksOf } from '#shared/privacy/speaks-of.ts'
import { mostAskedAbout, type Outcome } from '#shared/sync/wire.ts'

/*
 * What this console was last told is recorded. A server that is restored from a backup has lost some of it: the console
 * then asks which, keeps those aside for their author, and they can be recorded again under the same ids.
 */

export type RecordedItem = Readonly<{
  envelope: Envelope
  person: PersonId
  /** When it was recorded, by the server's clock. */
  at: number
  /** The last entry that it made; null: held by the present journal, at a place that is not known. */
  position: Position | null
  /** The present journal does not hold it: it waits for its author to decide. */
  isGone: boolean
}>

/** Where they survive a reload: the tab's own storage in the browser, nowhere in the headless console. */
export type RecordedStore = Readonly<{
  load: () => readonly RecordedItem[]
  save: (items: readonly RecordedItem[], last: Position | null) => void
}>

type Parts = Readonly<{ store: RecordedStore; onChange: (items: readonly RecordedItem[]) => void }>

type Accepted = Extract<Outcome, { status: 'accepted' }>

export class RecordedCommands {
  readonly #parts: Parts
  #items: readonly RecordedItem[]

  constructor(parts: Parts) {
    this.#parts = parts
    this.#items = parts.store.load()
  }

  /** Whoever sits here has got their key: what was kept for them opens. */
  load(): void {
    this.#items = this.#parts.store.load()
    this.#parts.onChange(this.#items)
  }

  get items(): readonly RecordedItem[] {
    return this.#items
  }

  /** The hello's `recorded`: the journal that holds this entry holds all those before it. */
  get last(): Position | null {
    return this.#items.findLast(({ position, isGone }) => !isGone && position !== null)?.position ?? null
  }

  /** What changed nothing leaves nothing to lose. */
  keep({ envelope, person }: Pick<RecordedItem, 'envelope' | 'person'>, { at, seqs, hash }: Accepted): void {
    if (seqs === null || hash === null) return
    const item = { envelope, person, at, position: { seq: seqs[1], hash }, isGone: false }
    const others = this.#without(envelope.id)
    const gone = others.filter(({ isGone }) => isGone)
    const held = [...others.filter(({ isGone }) => !isGone), item]
    this.#change([...gone, ...held.slice(-mostAskedAbout)])
  }

  /** The journal is another one: asks what it holds of all this. Asked again at the next hello when it cannot say. */
  async reconcile(
    ask: (commands: readonly CommandId[]) => Promise<readonly CommandId[] | null>,
  ): Promise<void> {
    const asked = this.#items.filter(({ isGone }) => !isGone).map(({ envelope }) => envelope.id)
    const missing = asked.length === 0 ? [] : await ask(asked)
    if (missing === null) return
    const isAsked = new Set(asked)
    const isMissing = new Set(missing)
    this.#change(
      this.#items.map((item) => {
        const { id } = item.envelope
        return isAsked.has(id) ? { ...item, position: null, isGone: isMissing.has(id) } : item
      }),
    )
  }

  /** Its author has decided: recorded again, or let go. */
  forget(id: CommandId): void {
    this.#change(this.#without(id))
  }

  /** What was said of somebody erased is not offered again: it would make them readable for good. */
  forgetSubjects(subjects: readonly SubjectId[]): void {
    const isOfThem = ({ envelope }: RecordedItem) => subjects.some((subject) => speaksOf(envelope, subject))
    if (this.#items.some(isOfThem)) this.#change(this.#items.filter((item) => !isOfThem(item)))
  }

  #without(id: CommandId): readonly RecordedItem[] {
    return this.#items.filter(({ envelope }) => envelope.id !== id)
  }

  #change(items: readonly RecordedItem[]): void {
    this.#items = items
    this.#parts.store.save(items, this.last)
    this.#parts.onChange(items)
  }
}
