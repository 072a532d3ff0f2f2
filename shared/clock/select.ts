import { driftTolerance } from '#shared/clock/drift.ts'
import type { Correction } from '#shared/clock/events.ts'
import type { ClockState } from '#shared/clock/state.ts'

type Recorded = Readonly<{ seq: number; at: number }>

/** When it happened, and what was recorded then where that is something else. */
export type Times = Readonly<{ at: number; recordedAt: number | null }>

/** Another server's clock may have been right: what it recorded in between bears another time. `at`: as it was recorded. */
export function isConcerned({ first, last, from, to }: Correction, { seq, at }: Recorded): boolean {
  return seq >= first && seq <= last && at >= from - driftTolerance && at <= to + driftTolerance
}

/** Order stays by `seq`: a corrected time may be earlier than that of the entry before. */
export function timesOf({ corrections }: Pick<ClockState, 'corrections'>, { seq, at }: Recorded): Times {
  const concerned = corrections.filter((correction) => isConcerned(correction, { seq, at }))
  if (concerned.length === 0) return { at, recordedAt: null }
  return { at: concerned.reduce((time, { by }) => time + by, at), recordedAt: at }
}

/** Whether acts that begin because of time alone, and that cannot be taken back, may begin. */
export function isTimeBelieved({ doubts }: Pick<ClockState, 'doubts'>): boolean {
  return Object.values(doubts).every(({ isConfirmed }) => isConfirmed)
}
