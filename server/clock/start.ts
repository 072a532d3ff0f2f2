/**
 * What a server makes of its machine's clock when it starts: nothing has been seen to jump, and all there is to compare with
 * is the journal. A clock before the journal's last entry is doubted, and one that would have the cell silent for longer than
 * any is. While it is doubted entries bear it all the same: the journal may be what is wrong. A server that starts after
 * another had doubted so measures against what the journal told before both.
 */
import { driftTolerance } from '#shared/clock/drift.ts'
import type { Correction } from '#shared/clock/events.ts'
import type { ClockState, Doubt } from '#shared/clock/state.ts'
import { day } from '#shared/lib/time.ts'

/** An administrator who has not signed in for so long no longer counts (ADR 19): in a living cell somebody has. */
export const longestSilence = 90 * day

export type DoubtedStart = Readonly<{
  /** The last time that the journal told before. */
  expected: number
  /** The last entry of that time. */
  head: number
  /** The first time that was told under the clock that is doubted. */
  since: number
  startedAt: number
}>

/** What a server that died recorded under a clock that it doubted, and that is right again. */
export type LeftBehind = Readonly<Omit<Correction, 'isAtLeast'> & { node: string }>

type Given = Readonly<{
  /** Of servers that are gone; null where some may be there. */
  doubts: ClockState['doubts'] | null
  head: number
  /** 0: the journal is empty. */
  lastAt: number
  startedAt: number
}>

type Found = Readonly<{
  believed: Readonly<{ seq: number; at: number }>
  start: DoubtedStart | null
  leftBehind: LeftBehind | null
}>

/** The clock minus what the journal tells. */
export function driftOf({ startedAt, expected }: DoubtedStart): number {
  return startedAt - expected
}

export function lookAtStart({ doubts, head, lastAt, startedAt }: Given): Found {
  const left = Object.entries(doubts ?? {}).find(([, { expected }]) => expected !== null)
  const expected = left?.[1].expected ?? lastAt
  const believed =
    left === undefined
      ? { seq: head, at: startedAt }
      : { seq: left[1].seq - 1, at: Math.min(left[1].since, startedAt) }
  const drift = startedAt - expected
  const isDoubted =
    lastAt > 0 && (drift < -driftTolerance || (doubts !== null && drift > mostSilence(Object.values(doubts))))
  if (isDoubted) {
    const start = { expected, head: believed.seq, since: believed.at, startedAt }
    return { believed, start, leftBehind: null }
  }
  const leftBehind = left === undefined ? null : correctionOf(left, { expected, head, lastAt, startedAt })
  return { believed: { seq: head, at: startedAt }, start: null, leftBehind }
}

/** A clock that had jumped ahead when the last server died may not have come back. */
function mostSilence(doubts: readonly Doubt[]): number {
  const ahead = doubts.filter(({ expected, drift }) => expected === null && drift > 0)
  return Math.min(longestSilence, ...ahead.map(({ drift }) => drift - driftTolerance))
}

function correctionOf(
  [node, { seq, since }]: readonly [string, Doubt],
  { expected, head, lastAt, startedAt }: Readonly<Omit<Given, 'doubts'> & { expected: number }>,
): LeftBehind | null {
  // Behind: not before what the journal told. Ahead: not after this start.
  const by = since < expected ? expected - since : Math.min(0, startedAt - lastAt)
  const [from, to] = [since, Math.max(since, lastAt)].map(Math.round) as [number, number]
  return by === 0 ? null : { node, first: seq, last: head, from, to, by: Math.round(by) }
}
