import type { Correction } from '#shared/clock/events.ts'

export type Doubt = Readonly<{
  /** The entry that told of it: those of this server after it bear the time that goes on from before. */
  seq: number
  since: number
  drift: number
  /** The time that the journal vouched for, where a server started under this clock; null where it jumped while it ran. */
  expected: number | null
  /** An administrator said that the machine's clock is right. */
  isConfirmed: boolean
}>

export type ClockState = Readonly<{
  /** By server, while its machine's clock is not believed. */
  doubts: Readonly<Record<string, Doubt>>
  /** Oldest first. */
  corrections: readonly Correction[]
}>

export const believedClock: ClockState = { doubts: {}, corrections: [] }
