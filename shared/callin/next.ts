import { isMissed, type MissedCall } from '#shared/callin/outcomes.ts'
import { notCalled, type Called, type Callin } from '#shared/callin/state.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { minute } from '#shared/lib/time.ts'
import { membersInCallOrder } from '#shared/roster/select.ts'
import type { Member, Roster } from '#shared/roster/state.ts'

/*
 * Who is called next. Those nobody has tried yet come first, in the call order of the pool; then those who asked to be
 * called later and whose time has come; then the missed ones again, fewest tries and longest ago first, each after a
 * pause. Who has answered, is on site, is held by an operator or has no number left is never proposed.
 */

/** What a member's turn depends on. */
type Candidate = Readonly<{ id: MemberId; member: Member; called: Called }>

/** How long to wait before trying again: long enough for a message to be heard, short for a busy line. */
const pauses: Readonly<Record<MissedCall, number>> = {
  voicemail: 5 * minute,
  noAnswer: 5 * minute,
  busy: 2 * minute,
  wrongNumber: 0,
}

export type Turn =
  | Readonly<{ is: 'untried' }>
  /** Asked to be called later; from then on. */
  | Readonly<{ is: 'asked'; from: number }>
  | Readonly<{ is: 'retry'; tries: number; lastAt: number; from: number }>

/** Null: not to be called. A turn whose `from` is ahead is not due yet. */
function turnOf(member: Member, called: Called): Turn | null {
  if (member.personal === null || phoneToDial(member, called) === null) return null
  if (called.stand.is === 'later') return { is: 'asked', from: called.stand.from }
  if (called.stand.is !== 'notReached') return null
  const last = called.tries.at(-1)
  if (last === undefined) return { is: 'untried' }
  const pause = isMissed(last.outcome) ? pauses[last.outcome] : 0
  return { is: 'retry', tries: called.tries.length, lastAt: last.at, from: last.at + pause }
}

export function isDue(turn: Turn, now: number): boolean {
  return turn.is === 'untried' || turn.from <= now
}

/** The number to dial: the least tried that was not found wrong, in the member's order. Its place, or null. */
export function phoneToDial(member: Member, { tries }: Called): number | null {
  const known = tries.filter(({ at }) => at >= member.phonesSince)
  const best = member.phoneKinds
    .map((_, nth) => known.filter(({ phone }) => phone?.nth === nth))
    .map((dialled, nth) => ({
      nth,
      count: dialled.length,
      isWrong: dialled.some(({ outcome }) => outcome === 'wrongNumber'),
    }))
    .filter(({ isWrong }) => !isWrong)
    .sort((one, other) => one.count - other.count || one.nth - other.nth)
  return best[0]?.nth ?? null
}

/** Everybody who may still be called, in the order in which they will be proposed, whoever holds them. */
export function callQueue(
  roster: Roster,
  callin: Callin,
  now: number,
): readonly (Candidate & { readonly turn: Turn })[] {
  return membersInCallOrder(roster)
    .map(([id, member]) => ({ id, member, called: callin.members[id] ?? notCalled }))
    .flatMap((candidate) => {
      const turn = turnOf(candidate.member, candidate.called)
      return turn === null ? [] : [{ ...candidate, turn }]
    })
    .sort(({ turn: one }, { turn: other }) => compareTurns(one, other, now))
}

/** The member to propose to an operator now; null when nobody is due. */
export function nextToCall(roster: Roster, callin: Callin, now: number): MemberId | null {
  const next = callQueue(roster, callin, now).find(
    ({ called, turn }) => called.taken === null && isDue(turn, now),
  )
  return next?.id ?? null
}

// Stable sort: what compares equal keeps the call order.
function compareTurns(one: Turn, other: Turn, now: number): number {
  return place(one, now) - place(other, now) || tiesBetween(one, other)
}

function place(turn: Turn, now: number): number {
  if (!isDue(turn, now)) return 3
  return { untried: 0, asked: 1, retry: 2 }[turn.is]
}

function tiesBetween(one: Turn, other: Turn): number {
  if (one.is === 'untried' || other.is === 'untried') return 0
  if (one.is === 'retry' && other.is === 'retry') return one.tries - other.tries || one.lastAt - other.lastAt
  return one.from - other.from
}
