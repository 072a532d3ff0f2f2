import type { CallOutcome } from '#shared/callin/outcomes.ts'
import type { Deed, DialledPhone } from '#shared/callin/state.ts'
import type { MemberId } from '#shared/lib/id.ts'

type Taken = Readonly<{ type: 'callin.taken'; member: MemberId }>
type Released = Readonly<{ type: 'callin.released'; member: MemberId }>
/** A call and what came of it. It also lets the member go. */
type Logged = Readonly<{
  type: 'callin.logged'
  member: MemberId
  phone: DialledPhone | null
  outcome: CallOutcome
  /** When they are counted on (coming) or can come (later); null for every other outcome. */
  expectedAt: number | null
}>
/** The deed never was: its author mistook a key. */
type Undone = Readonly<{ type: 'callin.undone'; member: MemberId; deed: Deed }>
type Arrived = Readonly<{ type: 'callin.arrived'; member: MemberId }>
type Seated = Readonly<{ type: 'callin.seated'; member: MemberId; post: number }>
type WentOnBreak = Readonly<{ type: 'callin.wentOnBreak'; member: MemberId }>
type Left = Readonly<{ type: 'callin.left'; member: MemberId }>

export type CallinEvent = Taken | Released | Logged | Undone | Arrived | Seated | WentOnBreak | Left
