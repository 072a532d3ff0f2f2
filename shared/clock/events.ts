/** From here on the clock of one server is not believed: its entries bear the time that goes on from before. */
type Doubted = Readonly<{
  type: 'clock.doubted'
  /** Drawn by each server when it starts. */
  node: string
  /** How far the machine's clock says it is from the time that entries bear (ms). */
  drift: number
  /** The time that the journal vouched for, where a server started under this clock; null where it jumped while it ran. */
  expected: number | null
}>

/** An administrator has looked: that machine's clock is right. */
type Confirmed = Readonly<{ type: 'clock.confirmed'; node: string }>

/** That machine's clock is believed again, and what was recorded meanwhile stands. */
type Settled = Readonly<{ type: 'clock.settled'; node: string }>

/** That machine's clock is believed again, and these entries were recorded under a wrong time. */
type Corrected = Readonly<{ type: 'clock.corrected'; node: string }> & Correction

/** A later clock shows that these entries bore the right time: their correction is over. */
type TakenBack = Readonly<{ type: 'clock.takenBack'; node: string }> & Correction

export type Correction = Readonly<{
  /** The entries concerned. */
  first: number
  last: number
  /** The times that they bear lie between these (ms since the epoch). */
  from: number
  to: number
  /** What is to be added to a time that they hold (ms); negative: the clock was ahead. */
  by: number
  /** The clock was wrong by this much at least: how much exactly is not known, as the server stood still in between. */
  isAtLeast: boolean
}>

export type ClockEvent = Doubted | Confirmed | Settled | Corrected | TakenBack
