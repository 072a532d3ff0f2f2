import type { CallOutcome, Coming } from '#shared/callin/outcomes.ts'
import type { Author, MemberId } from '#shared/lib/id.ts'
import type { PhoneKind } from '#shared/roster/state.ts'

/** Which number was dialled: its place in the member's list, 0 first. The number itself stays with the roster. */
export type DialledPhone = Readonly<{ nth: number; kind: PhoneKind }>

/** Where a member stands in this crisis. Present: `arrived`, `atPost` or `onBreak`. */
export type Stand =
  | Readonly<{ is: 'notReached' }>
  | Readonly<{ is: 'coming'; announced: Coming; saidAt: number; expectedAt: number }>
  | Readonly<{ is: 'later'; from: number }>
  | Readonly<{ is: 'relief' | 'remote' | 'unavailable' }>
  | Readonly<{ is: 'arrived'; arrivedAt: number }>
  | Readonly<{ is: 'atPost'; arrivedAt: number; post: number }>
  | Readonly<{ is: 'onBreak'; arrivedAt: number; post: number | null; since: number }>
  | Readonly<{ is: 'left'; arrivedAt: number; leftAt: number }>

/** One call, answered or not. */
export type Try = Readonly<{ at: number; by: Author; phone: DialledPhone | null; outcome: CallOutcome }>

/** What can be taken back. */
export type Deed = 'logged' | 'arrived' | 'seated' | 'wentOnBreak' | 'left'

export type Called = Readonly<{
  /** The operator who is calling this member now. */
  taken: Readonly<{ by: Author; at: number }> | null
  stand: Stand
  /** Oldest first; bounded. */
  tries: readonly Try[]
  /** The last deed, as long as nothing else has happened to the member, and what it would be taken back to. */
  undo: Readonly<{
    by: Author
    at: number
    deed: Deed
    before: Readonly<{ stand: Stand; tries: readonly Try[] }>
  }> | null
}>

/** The call-in of one crisis. Members nobody has touched yet are absent. */
export type Callin = Readonly<{ members: Readonly<Record<MemberId, Called>> }>

export const noCallin: Callin = { members: {} }
export const notCalled: Called = { taken: null, stand: { is: 'notReached' }, tries: [], undo: null }
