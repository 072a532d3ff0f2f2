/**
 * Looks after the time that entries bear.
 *
 * A jump of the machine's clock (held-clock.ts) is told in the journal, and time goes on from before. It ends in one of
 * two ways: the machine's clock comes back, and what was recorded meanwhile stands; or it turns out to be right (it has
 * lasted and was small or brings back what the journal tells, a second clock agrees, an administrator says so), then it
 * is followed and what was recorded under the wrong time is named and corrected. Which entries those are: after a jump ahead, those recorded while it was doubted; after a
 * jump back, also those that this server had recorded before, under the clock that was ahead.
 *
 * A server that starts before the journal's last entry finds the journal written under a clock that was ahead. How far
 * is not known, as nobody knows when the last entry was recorded: at least by what is missing. Or it is its own clock that
 * is wrong (start.ts): that it lasts says nothing then, as nothing has been seen to jump.
 */
import { v4 } from 'uuid'
import type { StandingCommand } from '#shared/command.ts'
import type { ClockCommand } from '#shared/clock/commands.ts'
import { driftTolerance, smallJump } from '#shared/clock/drift.ts'
import type { Correction } from '#shared/clock/events.ts'
import { isOverturned } from '#shared/clock/take-back.ts'
import type { Doubt } from '#shared/clock/state.ts'
import { hour, minute } from '#shared/lib/time.ts'
import type { HeldClock, Jump } from '#server/clock/held-clock.ts'
import { recordedAfter } from '#server/clock/concerned.ts'
import {
  type DoubtedStart,
  driftOf,
  type LeftBehind,
  longestSilence,
  lookAtStart,
} from '#server/clock/start.ts'
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
  /** The journal was put back: which of its sessions were closed since nobody knows, and none is prolonged. */
  isRestored: boolean
  /** Called once: from then on a session that is over has ended while a server was there. */
  onSessionsHeld: () => void
}>

/** What the machine's clock would have one believe. */
type Claim = Readonly<{
  wall: number
  drift: number
  lastedFor: number
  /** By what the journal knew before. */
  isVouchedFor: boolean
}>

export class ClockKeeper {
  readonly #parts: Parts
  readonly #node = v4()
  /** The last entry that this server did not record under its present clock, and when that was. */
  #believed: Readonly<{ seq: number; at: number }>
  /** Not null as long as it is doubted. */
  #start: DoubtedStart | null
  #leftBehind: LeftBehind | null
  readonly #lastAt: number
  #areSessionsHeld = false

  /** @param lastAt the time of the journal's last entry; 0 when it is empty */
  constructor(parts: Parts, lastAt: number) {
    const { clock, dispatcher, elsewhere } = parts
    const found = lookAtStart({
      doubts: elsewhere === null ? dispatcher.state.standing.clock.doubts : null,
      head: dispatcher.state.seq,
      lastAt,
      startedAt: clock.now(),
    })
    this.#parts = parts
    this.#lastAt = lastAt
    this.#believed = found.believed
    this.#start = found.start
    this.#leftBehind = found.leftBehind
  }

  /** The machine's clock minus the time that it should tell (ms); 0 while it is followed. */
  get drift(): number {
    return this.#start === null ? (this.#parts.clock.jump?.drift ?? 0) : driftOf(this.#start)
  }

  /** To be called about once a second. */
  async look(): Promise<void> {
    await this.#lookAtClock()
    // After a doubt is told: what follows it is corrected with it.
    if (!this.#areSessionsHeld) await this.#holdSessions()
  }

  async #lookAtClock(): Promise<void> {
    const { jump } = this.#parts.clock
    if (jump !== null) return this.#lookAtJump(jump)
    if (this.#start !== null) return this.#lookAtStart(this.#start)
    if (this.#leftBehind !== null) return this.#correctLeftBehind(this.#leftBehind)
    const { doubts } = this.#parts.dispatcher.state.standing.clock
    for (const [node, doubt] of Object.entries(doubts)) {
      if (this.#isSettled(node, doubt)) await this.#say({ type: 'clock.settle', node })
    }
  }

  /** Nobody knows whether the clock of a start is right: if it is not, it would sign everybody out. */
  async #holdSessions(): Promise<void> {
    const { clock, isRestored, onSessionsHeld } = this.#parts
    const [from, to] = [this.#lastAt, Math.round(clock.now())]
    const told = isRestored || (await this.#say({ type: 'access.holdSessions', from, to })) !== null
    this.#areSessionsHeld = told
    if (told) onSessionsHeld()
  }

  /** Before the step: from then on sessions are judged by the time it leads to. A step back ends none. */
  async #holdAhead(drift: number): Promise<boolean> {
    if (drift < 0) return true
    const from = Math.round(this.#parts.clock.now())
    return (await this.#say({ type: 'access.holdSessions', from, to: from + Math.round(drift) })) !== null
  }

  async #lookAtJump({ drift, lastedFor }: Jump): Promise<void> {
    const { clock } = this.#parts
    if (!(await this.#tellDoubt(drift))) return
    const wall = clock.now() + drift
    const isVouchedFor = this.#isExpected(wall) || this.#overturnedBy(drift) !== undefined
    if (!(await this.#isRight({ wall, drift, lastedFor, isVouchedFor }))) return
    if (!(await this.#holdAhead(drift))) return
    // Asking takes time, in which it may have come back.
    const { jump } = clock
    if (jump !== null && Math.abs(jump.drift - drift) <= driftTolerance) await this.#adopt(jump.drift)
  }

  async #lookAtStart(start: DoubtedStart): Promise<void> {
    const { clock } = this.#parts
    const drift = driftOf(start)
    if (!(await this.#tellDoubt(drift))) return
    const over = this.#overturnedBy(drift)
    const [wall, lastedFor] = [clock.now(), clock.now() - start.startedAt]
    if (!(await this.#isRight({ wall, drift, lastedFor, isVouchedFor: over !== undefined }))) return
    if ((await this.#say(await this.#whatFollows(start, over))) !== null) this.#start = null
  }

  /** Once the clock of the start has turned out to be right. */
  async #whatFollows(start: DoubtedStart, over: Correction | undefined): Promise<ClockCommand> {
    const { dispatcher, journal } = this.#parts
    const { since, head, expected } = start
    const node = this.#node
    const correct = { type: 'clock.correct', node, last: head, isAtLeast: true } as const
    // The decision names everything since that correction.
    if (over !== undefined)
      return { ...correct, first: over.last + 1, from: Math.round(since), to: this.#lastAt, by: -over.by }
    if (driftOf(start) > 0) return { type: 'clock.settle', node }
    const { first, latest } = await recordedAfter(journal, since, Math.min(head, dispatcher.state.seq))
    const by = Math.round(since - expected)
    return { ...correct, first, from: Math.round(since), to: Math.round(latest), by }
  }

  /** A server before this one was in doubt of its clock, and this one finds it set right. */
  async #correctLeftBehind({ node, ...correction }: LeftBehind): Promise<void> {
    const told = await this.#say({
      type: 'clock.correct',
      node,
      ...correction,
      isAtLeast: true,
    })
    if (told !== null) this.#leftBehind = null
  }

  /** Which entries are concerned counts from there: nothing is believed before it is told. */
  async #tellDoubt(drift: number): Promise<boolean> {
    const expected = this.#start?.expected ?? null
    const told = await this.#say({
      type: 'clock.doubt',
      node: this.#node,
      drift: Math.round(drift),
      expected,
    })
    return told !== null
  }

  /** This server's clock is followed: its own doubts are over, and those of servers that are gone. */
  #isSettled(node: string, { since }: Doubt): boolean {
    const { clock, elsewhere } = this.#parts
    return node === this.#node || elsewhere === null || clock.now() - since > forgottenAfter
  }

  /** The clock of the start is still in doubt, and now tells what the journal lets expect. */
  #isExpected(wall: number): boolean {
    const expected = this.#start?.expected
    if (expected === undefined) return false
    const gap = wall - expected
    return gap >= -driftTolerance && gap <= longestSilence
  }

  #overturnedBy(drift: number): Correction | undefined {
    const { corrections } = this.#parts.dispatcher.state.standing.clock
    return corrections.findLast((done) => isOverturned(done, drift))
  }

  /** Whether the machine's clock is right after all. */
  async #isRight({ wall, drift, lastedFor, isVouchedFor }: Claim): Promise<boolean> {
    const { dispatcher, elsewhere } = this.#parts
    if (dispatcher.state.standing.clock.doubts[this.#node]?.isConfirmed === true) return true
    if (elsewhere === null)
      return lastedFor >= lastsLongEnough && (isVouchedFor || Math.abs(drift) <= smallJump)
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
    const isOnlyWhileDoubted = drift > 0 && this.#start === null && doubt !== undefined
    const isInherited = this.#start !== null && this.#start.since !== this.#start.startedAt
    const [first, from] = isOnlyWhileDoubted
      ? [doubt.seq, doubt.since]
      : [this.#believed.seq + 1, this.#believed.at]
    const seq = await this.#say({
      type: 'clock.correct',
      node: this.#node,
      first,
      last: null,
      from: Math.round(from),
      // Of a server before this one, under a clock that may have begun anew since.
      to: Math.round(isInherited ? Math.max(to, this.#lastAt) : to),
      by: Math.round(drift),
      isAtLeast: isInherited,
    })
    if (seq === null) return takeBack()
    this.#start = null
    this.#believed = { seq, at }
  }

  /** The last entry once it is stored; null when it could not be. */
  async #say(command: StandingCommand): Promise<number | null> {
    const { dispatcher } = this.#parts
    const outcome = await dispatcher.submit({ id: drawCommandId(), crisis: null, command }, installation)
    return outcome.status === 'accepted' ? (outcome.seqs?.[1] ?? dispatcher.state.seq) : null
  }
}
