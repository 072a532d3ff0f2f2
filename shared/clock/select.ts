import type { ClockState } from '#shared/clock/state.ts'

/** When it happened, and what was recorded then where that is something else. */
export type Times = Readonly<{ at: number; recordedAt: number | null }>

/** Order stays by `seq`: a corrected time may be earlier than that of the entry before. */
export function timesOf(
  { corrections }: Pick<ClockState, 'corrections'>,
  { seq, at }: Readonly<{ seq: number; at: number }>,
): Times {
  const concerned = corrections.filter(({ first, last }) => seq >= first && seq <= last)
  if (concerned.length === 0) return { at, recordedAt: null }
  return { at: concerned.reduce((time, { by }) => time + by, at), recordedAt: at }
}

/** Whether acts that begin because of time alone, and that cannot be taken back, may begin. */
export function isTimeBelieved({ doubts }: Pick<ClockState, 'doubts'>): boolean {
  return Object.values(doubts).every(({ isConfirmed }) => isConfirmed)
}
