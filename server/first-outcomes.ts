import type { RefusalCode } from '#shared/refusal.ts'
import type { Author, CommandId } from '#shared/lib/id.ts'
import type { Entry } from '#shared/journal/entry.ts'
import type { Outcome } from '#shared/sync/wire.ts'
import { isIntentOf } from '#server/journal/intent.ts'
import type { Journal } from '#server/journal/port.ts'
import { BoundedMap } from '#server/lib/bounded-map.ts'

/** Who asked under which id, and for what: the command's digest. */
export type Intention = Readonly<{ id: CommandId; by: Author; digest: string }>

/** `digest` is null once somebody was erased: it may have been made of their data. */
type Remembered = { readonly by: Author; digest: string | null; readonly outcome: Promise<Outcome> }

// Retries come within seconds or, from an outbox, after the journal itself has to be asked anyway.
const remembered = 20_000

/**
 * An id stands for one intention of one person: repeated, it gets its first outcome, from memory or from the journal. Other
 * words, or another author's, under an id that has been recorded are refused. Under one with which nothing was recorded
 * they are as good as the first.
 */
export class FirstOutcomes {
  readonly #journal: Journal
  readonly #known = new BoundedMap<CommandId, Remembered>(remembered)

  constructor(journal: Journal) {
    this.#journal = journal
  }

  /** Carries out what was not carried out before. */
  once(intention: Intention, carryOut: () => Promise<Outcome>): Promise<Outcome> {
    const { id, by, digest } = intention
    const known = this.#known.get(id)
    if (known !== undefined) return this.#again(known, intention, carryOut)
    const outcome = carryOut().then((settled) =>
      isRecorded(settled) || settled.status === 'unavailable' ? settled : this.#first(intention, settled),
    )
    const now: Remembered = { by, digest, outcome }
    this.#known.set(id, now)
    // Nothing was stored: sent again, it is decided by how things stand then.
    const forget = () => this.#forget(id, now)
    void outcome.then((settled) => isRecorded(settled) || forget(), forget)
    return outcome
  }

  /** What the journal says to whoever sends this; null when it holds nothing under this id. */
  async ask({ id, by, digest }: Intention): Promise<Outcome | null> {
    const entries = await this.#journal.entriesOf(id)
    const [first] = entries
    if (first === undefined) return null
    if (first.by !== by) return refusedAs('command.other-author')
    return isIntentOf(entries, digest) === false
      ? refusedAs('command.other-content')
      : acceptedAs(first, entries)
  }

  /** In memory as on disk: a digest does not outlive the erasure of what it may have been made of. */
  forgetDigests(): void {
    for (const known of this.#known.values()) known.digest = null
  }

  async #again(known: Remembered, intention: Intention, carryOut: () => Promise<Outcome>): Promise<Outcome> {
    const isSame = known.by === intention.by && (known.digest === null || known.digest === intention.digest)
    const first = await known.outcome
    if (isSame) return first
    if (isRecorded(first)) {
      return refusedAs(known.by === intention.by ? 'command.other-content' : 'command.other-author')
    }
    this.#forget(intention.id, known)
    return this.once(intention, carryOut)
  }

  /**
   * A refusal, or that there was nothing to change, may only mean that the command was already carried out, before a restart
   * or on another node. While the journal cannot say so, nobody is told either.
   */
  async #first(intention: Intention, settled: Outcome): Promise<Outcome> {
    try {
      return (await this.ask(intention)) ?? settled
    } catch {
      return { status: 'unavailable' }
    }
  }

  #forget(id: CommandId, known: Remembered): void {
    if (this.#known.get(id) === known) this.#known.delete(id)
  }
}

function isRecorded(outcome: Outcome): boolean {
  return outcome.status === 'accepted' && outcome.seqs !== null
}

function acceptedAs(first: Entry, entries: readonly Entry[]): Outcome {
  const last = entries.at(-1) ?? first
  return { status: 'accepted', at: first.at, seqs: [first.seq, last.seq], hash: last.hash }
}

function refusedAs(code: RefusalCode): Outcome {
  return { status: 'refused', refusal: { code, field: null, detail: null } }
}
