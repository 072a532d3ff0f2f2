import type { ActorRole } from '#shared/access/roles.ts'
import { findSheet, sheetNeededBy } from '#shared/calls/select.ts'
import type { Sheet } from '#shared/calls/state.ts'
import { driftTolerance } from '#shared/clock/drift.ts'
import type { Envelope } from '#shared/command.ts'
import { decide } from '#shared/decide.ts'
import type { Decision } from '#shared/decision.ts'
import { evolveAll } from '#shared/evolve.ts'
import type { Draft, Entry } from '#shared/journal/entry.ts'
import type { Author, CommandId, SheetId, SubjectId } from '#shared/lib/id.ts'
import { isLongList } from '#shared/roster/long-list.ts'
import type { Installation } from '#shared/publicsite/installation.ts'
import type { State } from '#shared/state.ts'
import type { Outcome } from '#shared/sync/wire.ts'
import { askAgain, foresee, forgetForeseen, type Foreseen } from '#server/foresight.ts'
import { FirstOutcomes, type Intention } from '#server/first-outcomes.ts'
import { type Intents, withIntent } from '#server/journal/intent.ts'
import { type Journal, JournalUnavailable } from '#server/journal/port.ts'
import type { Clock } from '#server/lib/clock.ts'
import { inSlices } from '#server/lib/slices.ts'

/*
 * THE write path: parse (done at the edge) → decide → journal → evolve → acknowledge → tell.
 *
 * Commands that arrive while a commit is running are decided at once, against the tentative state: what is committed
 * plus what is in flight. They wait together and share the next commit. Consoles and acknowledgements see only what is
 * committed. When the head has moved (another node) or a commit fails, the tentative state is dropped, what is missing
 * is folded in, and whoever waits is decided again: cheap, because state is immutable and deciding is pure.
 */

export type Actor = Readonly<{ person: Author; roles: readonly ActorRole[] }>

/** Whoever holds the machine, or nobody yet: signing in, set-up, recovery. */
export const installation: Actor = { person: 'system', roles: ['system'] }

/** Called after each commit, in order, with what was committed and the state after it. */
export type Committed = (entries: readonly Entry[], state: State) => void

type Asked = Readonly<{
  envelope: Envelope
  actor: Actor
  intention: Intention
  record: Sheet | null
  isSubjectKnown: boolean
  foreseen: Foreseen | null
  answer: (outcome: Outcome) => void
}>

type Waiting = Asked &
  Readonly<{
    decision: Decision
    drafts: readonly Draft[]
    /** The tentative state once this command is in. */
    after: State
  }>

// A batch beyond this gains nothing for the disk and delays the first acknowledgement in it.
const largestBatch = 500
const catchUpPage = 1_000
// Decided anew so often on the same state, it is not another node that is faster.
const mostInVain = 5

export type DispatcherParts = Readonly<{
  journal: Journal
  clock: Clock
  intents: Intents
  /** The fold of the journal up to its `seq`. */
  state: State
  /** The last entry of that fold; null when there is none. */
  last: Pick<Entry, 'at' | 'hash'> | null
  /** The sheet as it stands at `head`, for commands on one that the live state has let go; null when unknown. */
  findSheet: (id: SheetId, head: number) => Promise<Sheet | null>
  /** Whether the journal has ever spoken of a subject, as far as `head`; true where nobody can say. By default nobody can. */
  knowsSubject?: (id: SubjectId, head: number) => Promise<boolean>
  /** To be told after each commit, by this node or another, once its authors have been answered. */
  onCommitted?: Committed
  /** A batch of this node's own is on disk. */
  onStored?: () => void
  /** A commit failed: whoever waited was told `unavailable`. */
  onFailure: (error: unknown) => void
  /** The settings of this moment, for what goes out. */
  installation: () => Installation
}>

export class Dispatcher {
  readonly #journal: Journal
  readonly #clock: Clock
  readonly #intents: Intents
  readonly #findSheet: DispatcherParts['findSheet']
  readonly #knowsSubject: NonNullable<DispatcherParts['knowsSubject']>
  readonly #onCommitted: Committed
  readonly #onStored: () => void
  readonly #onFailure: (error: unknown) => void
  readonly #installation: () => Installation
  readonly #outcomes: FirstOutcomes
  #waiting: Waiting[] = []
  #committed: State
  #tentative: State
  #lastAt: number
  #hash: string | null
  #running: Promise<void> | null = null
  #isStopping = false
  /** How often in a row the journal had moved on and gave nothing. */
  #inVain = 0

  constructor({
    journal,
    clock,
    intents,
    state,
    last,
    findSheet,
    knowsSubject = () => Promise.resolve(true),
    onCommitted = () => undefined,
    onStored = () => undefined,
    onFailure,
    installation,
  }: DispatcherParts) {
    this.#journal = journal
    this.#clock = clock
    this.#intents = intents
    this.#outcomes = new FirstOutcomes(journal)
    this.#lastAt = last?.at ?? 0
    this.#hash = last?.hash ?? null
    this.#findSheet = findSheet
    this.#knowsSubject = knowsSubject
    this.#onCommitted = onCommitted
    this.#onStored = onStored
    this.#onFailure = onFailure
    this.#installation = installation
    this.#committed = state
    this.#tentative = state
  }

  /** What is on disk, folded. */
  get state(): State {
    return this.#committed
  }

  /** Hash of the last entry on disk that is folded in; null when there is none. */
  get hash(): string | null {
    return this.#hash
  }

  /** Whether a command is on its way to the disk. */
  get isBusy(): boolean {
    return this.#running !== null
  }

  /**
   * Decides, stores and answers, once for each command: repeated under its id it gets its first outcome, other words
   * under that id are refused. `unavailable` is not an outcome: nothing was stored and the same id may be tried again.
   */
  async submit(envelope: Envelope, actor: Actor): Promise<Outcome> {
    if (!isLongList(envelope)) return this.#submit(envelope, actor, this.#intents.digestOf(envelope))
    const digest = await inSlices(this.#intents.digestSteps(envelope))
    return this.#submit(envelope, actor, digest).finally(() => void forgetForeseen(this.#journal))
  }

  #submit(envelope: Envelope, actor: Actor, digest: string): Promise<Outcome> {
    const intention = { id: envelope.id, by: actor.person, digest }
    return this.#outcomes.once(intention, () =>
      this.#isStopping
        ? Promise.resolve({ status: 'unavailable' })
        : this.#enqueue({ envelope, actor, intention }),
    )
  }

  /** Folds in what other nodes have appended. Entries already known are skipped. */
  async follow(entries: readonly Entry[]): Promise<void> {
    while (this.#running !== null) await this.#running
    const fresh = entries.filter((entry) => entry.seq > this.#committed.seq)
    if (fresh.length === 0) return
    this.#advance(fresh, evolveAll(this.#committed, fresh))
    this.#decideAgain()
  }

  /** Takes no more commands and resolves once those in flight are answered. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await this.#running
  }

  async #enqueue({
    envelope,
    actor,
    intention,
  }: Pick<Asked, 'envelope' | 'actor' | 'intention'>): Promise<Outcome> {
    const needed = this.#sheetOutOfSight(envelope)
    const record = needed === null ? null : await this.#findSheet(needed, this.#committed.seq)
    const { command } = envelope
    const isSubjectKnown =
      command.type !== 'privacy.erase' || (await this.#knowsSubject(command.subject, this.#committed.seq))
    const foreseen = isLongList(envelope) ? await this.#foresee(envelope, actor) : null
    // Its author sends it again to the next server.
    if (foreseen !== null && this.#isStopping) return { status: 'unavailable' }
    const asked = foreseen === null ? { actor, foreseen } : askAgain(this.#tentative, actor, foreseen)
    return new Promise((answer) => {
      this.#waiting.push(this.#decide({ envelope, intention, record, isSubjectKnown, answer, ...asked }))
      this.#running ??= this.#run()
    })
  }

  #foresee(envelope: Envelope, { roles }: Actor): Promise<Foreseen | null> {
    const { roster } = this.#tentative.standing
    return foresee(envelope, { roster, context: { id: envelope.id, roles }, journal: this.#journal })
  }

  /** Null for all but commands on a sheet that has left the live state. */
  #sheetOutOfSight({ crisis, command }: Envelope): SheetId | null {
    const needed = sheetNeededBy(command)
    const calls = crisis === null ? undefined : this.#tentative.crises[crisis]?.calls
    return needed === null || calls === undefined || findSheet(calls, needed) !== null ? null : needed
  }

  #decide(asked: Asked): Waiting {
    const { envelope, actor, intention, record, isSubjectKnown } = asked
    const before = this.#tentative
    const at = this.#nextTime()
    this.#lastAt = at
    const foreseen = asked.foreseen?.roster === before.standing.roster ? asked.foreseen : null
    const decision =
      foreseen?.decision ??
      decide(before, envelope, {
        id: envelope.id,
        at,
        by: actor.person,
        roles: actor.roles,
        standing: before.standing,
        head: before.seq,
        record,
        isSubjectKnown,
        installation: this.#installation(),
      })
    const parts = foreseen?.parts ?? (decision.accepted ? decision.events.map((event) => ({ event })) : [])
    const crisis = decision.accepted ? (decision.crisis ?? envelope.crisis) : null
    const drafts = withIntent(
      parts.map((part) => ({ at, by: actor.person, crisis, command: envelope.id, ...part })),
      intention.digest,
    )
    const after = evolveAll(
      before,
      drafts.map((draft, n) => ({ ...draft, seq: before.seq + 1 + n })),
    )
    this.#tentative = after
    return { ...asked, decision, drafts, after }
  }

  /**
   * Small steps of a clock are evened out, so that times do not run backwards. Beyond them the journal was written under
   * a clock that was ahead: its time is not made everybody's until the clock has caught up.
   */
  #nextTime(): number {
    const now = this.#clock.now()
    return this.#lastAt - now > driftTolerance ? now : Math.max(now, this.#lastAt)
  }

  #decideAgain(): void {
    this.#tentative = this.#committed
    this.#waiting = this.#waiting.map((waiting) => this.#decide(waiting))
  }

  async #run(): Promise<void> {
    // Commands of the same turn of the event loop share the first commit.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, largestBatch)
      await this.#commit(batch).catch((error: unknown) => this.#fail(error))
    }
    this.#running = null
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const drafts = batch.flatMap((waiting) => waiting.drafts)
    if (drafts.length === 0) return this.#settle(batch, [])
    const head = this.#committed.seq
    const appended = await this.#journal.append(drafts, head)
    switch (appended.status) {
      case 'appended': {
        const { hashes } = appended
        this.#inVain = 0
        this.#settle(batch, hashes)
        this.#onStored()
        return this.#tell(drafts.map((draft, n) => ({ ...draft, seq: head + 1 + n, hash: hashes[n] ?? '' })))
      }
      case 'head-moved':
        await this.#catchUp()
        return this.#despairAt(head, appended.head)
      case 'repeated':
        return this.#answerRepeated(new Set(appended.commands))
      default:
        return appended satisfies never
    }
  }

  /** What the batch made is on disk: whoever asked is answered before anything else is done with it. */
  #settle(batch: readonly Waiting[], hashes: readonly string[]): void {
    this.#waiting.splice(0, batch.length)
    this.#committed = batch.at(-1)?.after ?? this.#committed
    this.#hash = hashes.at(-1) ?? this.#hash
    let stored = 0
    for (const { answer, decision, drafts, after } of batch) {
      stored += drafts.length
      if (!decision.accepted) answer({ status: 'refused', refusal: decision.refusal })
      else
        answer({
          status: 'accepted',
          at: drafts[0]?.at ?? this.#lastAt,
          seqs: seqsOf(drafts.length, after.seq),
          hash: drafts.length === 0 ? null : (hashes[stored - 1] ?? null),
        })
    }
  }

  async #catchUp(): Promise<void> {
    for (;;) {
      const missing = await this.#journal.read(this.#committed.seq, catchUpPage)
      if (missing.length > 0) this.#advance(missing, evolveAll(this.#committed, missing))
      if (missing.length < catchUpPage) break
    }
    this.#decideAgain()
  }

  /** Once may be an answer that was overtaken; again and again it would be decided for ever, and nobody told. */
  #despairAt(before: number, told: number): void {
    this.#inVain = this.#committed.seq === before ? this.#inVain + 1 : 0
    if (this.#inVain < mostInVain) return
    this.#inVain = 0
    throw new JournalUnavailable(
      `the journal says that it ends at ${told}, and gives nothing after ${before}`,
    )
  }

  async #answerRepeated(commands: ReadonlySet<CommandId>): Promise<void> {
    const repeated = this.#waiting.filter(({ envelope }) => commands.has(envelope.id))
    for (const { intention, answer } of repeated) {
      answer((await this.#outcomes.ask(intention)) ?? { status: 'unavailable' })
    }
    this.#waiting = this.#waiting.filter(({ envelope }) => !commands.has(envelope.id))
    await this.#catchUp()
  }

  #fail(error: unknown): void {
    const failed = this.#waiting
    this.#waiting = []
    this.#tentative = this.#committed
    for (const { answer } of failed) answer({ status: 'unavailable' })
    this.#onFailure(error)
  }

  #advance(entries: readonly Entry[], state: State): void {
    this.#lastAt = entries.at(-1)?.at ?? this.#lastAt
    this.#committed = state
    this.#tentative = state
    this.#hash = entries.at(-1)?.hash ?? this.#hash
    this.#tell(entries)
  }

  /** After the acknowledgements: whoever wrote must not wait for two thousand consoles to be told. */
  #tell(entries: readonly Entry[]): void {
    if (entries.length === 0) return
    const state = this.#committed
    if (entries.some(({ event }) => event.type === 'privacy.erased')) this.#outcomes.forgetDigests()
    setImmediate(() => this.#onCommitted(entries, state))
  }
}

function seqsOf(count: number, last: number): readonly [number, number] | null {
  return count === 0 ? null : [last - count + 1, last]
}
