import type { Commune } from '#shared/activation/commands.ts'
import type { UrgentEnd } from '#shared/calls/commands.ts'
import type { Content, Personal } from '#shared/calls/content.ts'
import type { Theme } from '#shared/calls/reasons.ts'
import type { Author, SheetId, UrgentId } from '#shared/lib/id.ts'

type Deed = Readonly<{ by: Author; at: number }>

/** A promise to call somebody back (rappel d'un usager). */
export type Callback = Readonly<{
  dueAt: number
  /** Attempts in vain so far. */
  attempts: number
  lastAttemptAt: number | null
  status:
    | Readonly<{ kind: 'waiting' }>
    | (Deed & Readonly<{ kind: 'taken' }>)
    | (Deed & Readonly<{ kind: 'reached' | 'cancelled' }>)
}>

/** A call sheet (fiche d'appel) without what identifies people. */
export type SheetFacts = Readonly<{
  id: SheetId
  by: Author
  loggedAt: number
  /** 1 when logged, one more at each correction. */
  revision: number
  corrected: Deed | null
  content: Content
  /** Version of the talking points in force when it was logged; 0 before there were any. */
  talkingPoints: number
  callback: Callback | null
  /** Sheets that belong with this one, oldest first; each holds the other. */
  links: readonly SheetId[]
  /** Whether something was sealed with it: then `personal: null` means erased, not empty. */
  sealed: boolean
}>
export type Sheet = SheetFacts & Readonly<{ personal: Personal | null }>

/** A vital emergency on the line, from the key press to the room lead's acknowledgement and its end. */
export type Urgent = Readonly<{
  id: UrgentId
  /** The sheet that tells it; null while it is not logged. */
  sheet: SheetId | null
  by: Author
  raisedAt: number
  commune: Commune | null
  acknowledged: Deed | null
  ended: (Deed & Readonly<{ end: UrgentEnd }>) | null
}>

/** Calls whose true start lies in one stretch of ten minutes. */
export type Bucket = Readonly<{
  start: number
  total: number
  byTheme: Readonly<Partial<Record<Theme, number>>>
}>

export type Counters = Readonly<{
  total: number
  byTheme: Readonly<Partial<Record<Theme, number>>>
  /** By author's id. */
  byTaker: Readonly<Record<string, number>>
  /** The communes that call most; the ones pushed out are summed in `elsewhere`. */
  communes: readonly Readonly<{ commune: Commune; count: number }>[]
  elsewhere: number
  /** Ascending, empty stretches left out, the last 48 hours. */
  buckets: readonly Bucket[]
}>

/** What the room must see now; every sheet ever logged is in the register. */
export type Calls = Readonly<{
  /** A call-back is outstanding or an emergency is on. Kept whatever happens, oldest first. */
  open: readonly Sheet[]
  /** The last ones with nothing left to do, oldest first. */
  closed: readonly Sheet[]
  /** The open ones and the last that ended, oldest first. */
  urgents: readonly Urgent[]
  counters: Counters
}>

export const noCalls: Calls = {
  open: [],
  closed: [],
  urgents: [],
  counters: { total: 0, byTheme: {}, byTaker: {}, communes: [], elsewhere: 0, buckets: [] },
}
