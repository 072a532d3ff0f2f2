/**
 * Looks after the time that entries bear.
 *
 * A jump of the machine's clock (held-clock.ts) is told in the journal, and time goes on from before. It ends in one of
 * two ways: the machine's clock comes back, and what was recorded meanwhile stands; or it turns out to be right (it has
 * lasted, a second clock agrees, an administrator says so), then it is followed and what was recorded under the wrong
 * time is named and corrected. Which entries those are: after a jump ahead, those recorded while it was doubted; after a
 * jump back, also those that this server had recorded before, under the clock that was ahead.
 *
 * A server that starts before the journal's last entry finds the journal written under a clock that was ahead. How far
 * is not known, as nobody knows when the last entry was recorded: at least by what is missing.
 */
import { v4 } from 'uuid'
import type { ClockCommand } from '#shared/clock/commands.ts'
import { driftTolerance } from '#shared/clock/decide.ts'
import type { Doubt } from '#shared/clock/state.ts'
import { hour, minute } from '#shared/lib/time.ts'
import type { HeldClock, Jump } from '#server/clock/held-clock.ts'
import { recordedAfter } from '#server/clock/concerned.ts'
import { type Dispatcher, installation } from '#server/dispatch.ts'
import type { Journal } from '#server/journal/port.ts'
import { drawCommandId } from '#server/lib/command-id.ts'

/** A time service that sets a clock wrongly is mostly put right sooner; a night without anybody to ask must go on. */
const lastsLongEnough = 10 * minute

/** What a server that died has left in doubt is settled by another after this time. */
const forgottenAfter = hour

/** Milliseconds since the epoch; null while it does not answer: then nobody knows. */
export type SecondClock = () => Promise<number | null>

type Parts = Readonly<{
  clock: HeldClock
  dispatcher: Dispatcher
  journal: Pick<Journal, 'read'>
  /** Another machine's clock; null where there is none. */
  elsewhere: SecondClock | null
}>

/** The journal was written under a clock that was ahead: its last time and entry, and when this server began. */
type AheadAtStart = Readonly<{ lastAt: number; head: number; startedAt: number }>

export class ClockKeeper {
  readonly #parts: Parts
  readonly #node = v4()
  /** The last entry that this server did not record under its present clock, and when that was. */
  #believed: Readonly<{ seq: number; at: number }>
  #aheadAtStart: AheadAtStart | null

  /** @param lastAt the time of the journal's last entry; 0 when it is empty */
  constructor(parts: Parts, lastAt: number) {
    this.#parts = parts
    const { seq: head } = parts.dispatcher.state
    const startedAt = parts.clock.now()
    this.#believed = { seq: head, at: startedAt }
    this.#aheadAtStart = lastAt - startedAt > driftTolerance ? { lastAt, head, startedAt } : null
  }

  /** The machine's clock minus the time that entries bear (ms); 0 while it is followed. */
  get drift(): number {
    const start = this.#aheadAtStart
    return start === null ? (this.#parts.clock.jump?.drift ?? 0) : start.startedAt - start.lastAt
  }

  /** To be called about once a second. */
  async look(): Promise<void> {
    const { jump } = this.#parts.clock
    if (jump !== null) return this.#lookAtJump(jump)
    if (this.#aheadAtStart !== null) return this.#lookAtStart(this.#aheadAtStart)
    const { doubts } = this.#parts.dispatcher.state.standing.clock
    for (const [node, doubt] of Object.entries(doubts)) {
      if (this.#isSettled(node, doubt)) await this.#say({ type: 'clock.settle', node })
    }
  }

  async #lookAtJump({ drift, lastedFor }: Jump): Promise<void> {
    const { clock } = this.#parts
    if (!(await this.#tellDoubt(drift))) return
    if (!(await this.#isRight(clock.now() + drift, lastedFor))) return
    // Asking takes time, in which it may have come back.
    const { jump } = clock
    if (jump !== null && Math.abs(jump.drift - drift) <= driftTolerance) await this.#adopt(jump.drift)
  }

  async #lookAtStart({ lastAt, head, startedAt }: AheadAtStart): Promise<void> {
    const { clock, journal } = this.#parts
    if (!(await this.#tellDoubt(startedAt - lastAt))) return
    if (!(await this.#isRight(clock.now(), clock.now() - startedAt))) return
    const { first, latest } = await recordedAfter(journal, startedAt, head)
    const corrected = await this.#say({
      type: 'clock.correct',
      node: this.#node,
      first,
      last: head,
      from: Math.round(startedAt),
      to: Math.round(latest),
      by: Math.round(startedAt - lastAt),
      isAtLeast: true,
    })
    if (corrected !== null) this.#aheadAtStart = null
  }

  /** Which entries are concerned counts from there: nothing is believed before it is told. */
  async #tellDoubt(drift: number): Promise<boolean> {
    const told = await this.#say({ type: 'clock.doubt', node: this.#node, drift: Math.round(drift) })
    return told !== null
  }

  /** This server's clock is followed: its own doubts are over, and those of servers that are gone. */
  #isSettled(node: string, { since }: Doubt): boolean {
    const { clock, elsewhere } = this.#parts
    return node === this.#node || elsewhere === null || clock.now() - since > forgottenAfter
  }

  /** Whether the machine's clock is right after all. */
  async #isRight(wall: number, lastedFor: number): Promise<boolean> {
    const { dispatcher, elsewhere } = this.#parts
    if (dispatcher.state.standing.clock.doubts[this.#node]?.isConfirmed === true) return true
    if (elsewhere === null) return lastedFor >= lastsLongEnough
    // The machine that all share has the casting vote: a clock that is alone with its time is wrong, however long.
    const other = await elsewhere()
    return other !== null && Math.abs(other - wall) <= driftTolerance
  }

  /**
   * In one turn of the event loop: what was decided before bears the old time and is concerned, what comes after is not.
   * What cannot be stored has not happened: whatever was decided since has failed with it, and the next look tries again.
   */
  async #adopt(drift: number): Promise<void> {
    const { clock, dispatcher } = this.#parts
    const to = clock.now()
    const { at, takeBack } = clock.adopt()
    const doubt = dispatcher.state.standing.clock.doubts[this.#node]
    const isOnlyWhileDoubted = drift > 0 && this.#aheadAtStart === null && doubt !== undefined
    const [first, from] = isOnlyWhileDoubted
      ? [doubt.seq, doubt.since]
      : [this.#believed.seq + 1, this.#believed.at]
    const seq = await this.#say({
      type: 'clock.correct',
      node: this.#node,
      first,
      last: null,
      from: Math.round(from),
      to: Math.round(to),
      by: Math.round(drift),
      isAtLeast: false,
    })
    if (seq === null) return takeBack()
    this.#aheadAtStart = null
    this.#believed = { seq, at }
  }

  /** The last entry once it is stored; null when it could not be. */
  async #say(command: ClockCommand): Promise<number | null> {
    const { dispatcher } = this.#parts
    const outcome = await dispatcher.submit({ id: drawCommandId(), crisis: null, command }, installation)
    return outcome.status === 'accepted' ? (outcome.seqs?.[1] ?? dispatcher.state.seq) : null
  }
}
