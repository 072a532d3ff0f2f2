import type { Entry, Position } from '#shared/journal/entry.ts'
import type { State } from '#shared/state.ts'
import { Attempts, type AttemptsParts } from '#server/followers/attempts.ts'
import type { EntryFollower, Following } from '#server/followers/follower.ts'
import { batchSize, Supply } from '#server/followers/supply.ts'
import { Waiters } from '#server/followers/waiters.ts'
import { entryAt } from '#server/journal/entry-at.ts'
import { beginning, type Journal } from '#server/journal/port.ts'

/** A position that moves without anything to do is written down this seldom: a start then reads on from there. */
const savedEvery = 5_000

export type RunParts = AttemptsParts & Readonly<{ journal: Pick<Journal, 'read'> }>
export type Present = Readonly<{ state: State; at: Position }>

/** Hands one follower the journal's entries: from where it stands, in order, at least once, and never to two at a time. */
export class EntryRun implements Following {
  readonly #follower: EntryFollower
  readonly #parts: RunParts
  readonly attempts: Attempts
  readonly #supply: Supply
  readonly #waiters = new Waiters()
  #state: State
  #position: Position
  #savedAt: number
  #head: number
  /** It has yet to ask where it stands. */
  #isAstray = false
  #losses = 0
  #isWorking = false
  #isClosed = false
  #work: Promise<void> = Promise.resolve()
  #cancelGather: (() => void) | null = null

  constructor(follower: EntryFollower, parts: RunParts, { state, at }: Present) {
    this.#follower = follower
    this.#parts = parts
    this.attempts = new Attempts(follower.name, parts)
    this.#supply = new Supply(parts.journal)
    this.#state = state
    this.#position = at
    this.#savedAt = at.seq
    this.#head = at.seq
    if (follower.from !== 'present') this.lost()
  }

  seq(): number {
    return this.#position.seq
  }

  head(): number {
    return this.#head
  }

  lost(): void {
    if (this.#follower.from === 'present') return
    this.#isAstray = true
    this.#losses += 1
    this.#position = beginning
    this.#supply.drop()
    this.#goOn()
  }

  async reached(seq: number, signal?: AbortSignal): Promise<void> {
    if (seq <= this.seq()) return
    const reached = this.#waiters.wait(seq, signal)
    this.#goOn()
    await reached
  }

  committed(entries: readonly Entry[], state: State): void {
    const { gather } = this.#follower
    const last = entries.at(-1)
    if (last === undefined || this.#isClosed) return
    this.#state = state
    this.#head = Math.max(this.#head, last.seq)
    if (this.#isIdle && this.#isNoBusinessOfIts(entries)) return this.#moveTo(last)
    if (!this.attempts.isPausing) this.#supply.hold(entries, this.#position.seq)
    const mayWait = gather !== undefined && this.#waiters.isEmpty && this.#supply.held < batchSize
    if (mayWait) this.#cancelGather ??= this.#parts.timers.after(gather, () => this.#goOn())
    else this.#goOn()
  }

  /** What is in hand is finished. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#cancelGather?.()
    await this.#work
    this.attempts.close()
    if (this.seq() > this.#savedAt) await this.#save(this.#position).catch(() => undefined)
  }

  get #isIdle(): boolean {
    return !this.#isWorking && !this.#isAstray && this.#supply.held === 0
  }

  /** Most facts are not the business of most followers, and cost them nothing. */
  #isNoBusinessOfIts(entries: readonly Entry[]): boolean {
    const { concerns } = this.#follower
    if (concerns === undefined || entries[0]?.seq !== this.#position.seq + 1) return false
    return !entries.some(({ event }) => concerns(event.type))
  }

  #goOn(): void {
    this.#cancelGather?.()
    this.#cancelGather = null
    if (!this.#isWorking && !this.#isClosed && !this.attempts.isPausing) this.#work = this.#run()
  }

  /** What a follower does at once is done when this returns. */
  async #run(): Promise<void> {
    this.#isWorking = true
    try {
      while (!this.#isClosed && (this.#isAstray || this.#position.seq < this.#head)) {
        await (this.#isAstray ? this.#patiently(this.#find()) : this.#handNext())
      }
      this.attempts.succeeded()
    } catch (error) {
      this.#supply.drop()
      // What it has made of a part of the batch, it knows best itself.
      this.#isAstray = this.#follower.from !== 'present'
      if (!this.#isClosed) this.attempts.failed(error, () => this.#goOn())
    } finally {
      // In the same turn as the last look at the head: an entry committed in between would wake nobody.
      this.#isWorking = false
    }
  }

  async #handNext(): Promise<void> {
    const entries = this.#supply.take(this.#position.seq) ?? (await this.#patiently(this.#read()))
    const last = entries.at(-1)
    if (last === undefined) throw new Error(`the journal does not give entry ${this.#position.seq + 1}`)
    const handled = this.#handle(entries, last)
    if (handled !== undefined) await this.#patiently(handled)
    // Lost meanwhile: it will be asked where it stands.
    if (!this.#isAstray) this.#moveTo(last)
    this.attempts.succeeded()
  }

  #patiently<T>(work: Promise<T>): Promise<T> {
    this.attempts.begun()
    return work
  }

  #read(): Promise<readonly Entry[]> {
    return this.#supply.read(this.#position.seq, this.#head)
  }

  /** Where it stands, if that is still a place of this journal; otherwise at its beginning. */
  async #find(): Promise<void> {
    const { from } = this.#follower
    if (from === 'present') return
    const losses = this.#losses
    let at = (await from.load()) ?? beginning
    const entry = await entryAt(this.#parts.journal, at.seq)
    if (at.seq !== 0 && entry?.hash !== at.hash) {
      this.#parts.logger.warn({ follower: this.#follower.name, seq: at.seq }, 'a follower starts over')
      await from.startOver()
      at = beginning
    }
    // Lost again meanwhile: asked again.
    if (losses !== this.#losses) return
    this.#isAstray = false
    this.#savedAt = at.seq
    this.#position = at
    this.#waiters.reached(at.seq)
  }

  #handle(entries: readonly Entry[], last: Entry): void | Promise<void> {
    const { concerns, handle, from } = this.#follower
    const concerned = concerns === undefined ? entries : entries.filter(({ event }) => concerns(event.type))
    if (concerned.length === 0) return
    const handled = handle(concerned, this.#state)
    if (from === 'present') return handled
    // Moved only once what it stands for is done: killed in between, it is done again.
    return Promise.resolve(handled).then(() => this.#save(last))
  }

  #moveTo({ seq, hash }: Position): void {
    this.#position = { seq, hash }
    if (seq - this.#savedAt >= savedEvery) void this.#save(this.#position).catch(() => undefined)
    this.#waiters.reached(seq)
  }

  async #save({ seq, hash }: Position): Promise<void> {
    const { from } = this.#follower
    this.#savedAt = seq
    if (from !== 'present') await from.save({ seq, hash })
  }
}
