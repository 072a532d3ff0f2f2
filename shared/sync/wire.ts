import type { LiveEntry, Position } from '#shared/journal/entry.ts'
import type { CommandId, CrisisId, PersonId, SubjectId } from '#shared/lib/id.ts'
import type { Trouble } from '#shared/followers/followers.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Role } from '#shared/access/roles.ts'

/**
 * What consoles and servers say to each other, over Socket.IO (docs/protocol.md).
 *
 * A console says `hello` with the last entry it applied and the crisis it follows. The server answers `Welcome`; if
 * entries are missing it then sends either those or one compressed snapshot, and afterwards frames of entries. A console
 * that holds an entry of another history (the server was restored from a backup) always starts anew, from a snapshot. A frame
 * names the entry it follows (`from`): a console that is elsewhere says hello again. Nothing relies on the transport's
 * own recovery.
 *
 * Any change to these shapes, or to the events they carry, changes the number.
 */
export const protocol = 12

export type Hello = Readonly<{
  protocol: number
  /** Whose console this has been; null: nobody's yet. The cookie may be another person's since. */
  person: PersonId | null
  /** The crisis to follow; null: none, standing data only. */
  crisis: CrisisId | null
  /** The last entry applied while following that same crisis; null: start from nothing. */
  last: Position | null
  /** The last entry that this console was told its author's own commands have made; null: it remembers none. */
  recorded: Position | null
}>

export type You = Readonly<{ person: PersonId; name: string; roles: readonly Role[]; session: string }>

export type Welcome =
  | Readonly<{
      status: 'ready'
      now: number
      you: You
      /** Hexadecimal. What this person has begun and not yet said is kept in their browsers under it, itself kept nowhere. */
      authorKey: string
      /** False: the journal does not hold what the hello named. What this console was told is recorded may be gone. */
      isSameHistory: boolean
    }>
  /** The console's build is not this server's: it must be loaded again. */
  | Readonly<{ status: 'reload'; protocol: number }>
  /** Somebody else has signed in in this browser: what is typed here is not theirs. */
  | Readonly<{ status: 'other-person'; name: string }>
  | Readonly<{ status: 'refused'; field: string }>

/**
 * Entries `from + 1 … to` as far as this console may see them: some may be missing, none is out of order. `hash` is that
 * of entry `to`, whether or not it may be seen.
 */
export type Frame = Readonly<{ from: number; to: number; hash: string; entries: readonly LiveEntry[] }>

/** The state at `seq`, as this console may see it: gzipped JSON. `hash` is that of entry `seq`; null: there is none yet. */
export type SnapshotFrame = Readonly<{
  seq: number
  hash: string | null
  crisis: CrisisId | null
  state: Uint8Array
}>

/**
 * Whether the journal stores what is said at the moment (disk full, Redis away). Every console is told at each of its
 * hellos, ahead of the welcome, and at each change: who only reads must know it too.
 */
export type Storing = Readonly<{ isStoring: boolean }>

/**
 * What this server derives from the journal and does not at the moment: the public page, the search, the destruction of
 * erased data. Told as `Storing` is. An administrator's console may answer `retry` with a follower's name, and `release`
 * with that of one that is held.
 */
export type Troubles = Readonly<{ troubles: readonly Trouble[] }>

/** The answer to `retry` and `release`: whether it is done. What comes of it is told as `Troubles`. */
export type Asked = boolean

/** The answer to `held`; null: the server cannot say at the moment. */
export type Held = Readonly<{
  /** Which of these commands the journal does not hold. */
  missing: readonly CommandId[]
  /** Whoever was ever erased here, also in the history that is gone. */
  erased: readonly SubjectId[]
}> | null

/** Commands that may be asked about at a time. */
export const mostAskedAbout = 200

export type Outcome =
  /** On disk. `seqs`: first and last entry made, `hash` that of the last; null when there was nothing to change. */
  | Readonly<{
      status: 'accepted'
      at: number
      seqs: readonly [number, number] | null
      hash: string | null
    }>
  | Readonly<{ status: 'refused'; refusal: Refusal }>
  /** Nothing was stored: keep the command and send it again under the same id. */
  | Readonly<{ status: 'unavailable' }>
