import type { LiveEntry } from '#shared/journal/entry.ts'
import type { Trouble } from '#shared/followers/followers.ts'
import type { CrisisId, PersonId } from '#shared/lib/id.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { Role } from '#shared/access/roles.ts'

/**
 * What consoles and servers say to each other, over Socket.IO (docs/protocol.md).
 *
 * A console says `hello` with the last entry it applied and the crisis it follows. The server answers `Welcome`; if
 * entries are missing it then sends either those or one compressed snapshot, and afterwards frames of entries. A frame
 * names the entry it follows (`from`): a console that is elsewhere says hello again. Nothing relies on the transport's
 * own recovery.
 *
 * Any change to these shapes, or to the events they carry, changes the number.
 */
export const protocol = 4

export type Hello = Readonly<{
  protocol: number
  /** The crisis to follow; null: none, standing data only. */
  crisis: CrisisId | null
  /** The last entry applied while following that same crisis; null: start from nothing. */
  lastSeq: number | null
}>

export type You = Readonly<{ person: PersonId; name: string; roles: readonly Role[]; session: string }>

export type Welcome =
  | Readonly<{ status: 'ready'; now: number; you: You }>
  /** The console's build is not this server's: it must be loaded again. */
  | Readonly<{ status: 'reload'; protocol: number }>
  | Readonly<{ status: 'refused'; field: string }>

/** Entries `from + 1 … to` as far as this console may see them: some may be missing, none is out of order. */
export type Frame = Readonly<{ from: number; to: number; entries: readonly LiveEntry[] }>

/** The state at `seq`, as this console may see it: gzipped JSON. */
export type SnapshotFrame = Readonly<{ seq: number; crisis: CrisisId | null; state: Uint8Array }>

/**
 * Whether the journal stores what is said at the moment (disk full, Redis away). Every console is told at each of its
 * hellos, ahead of the welcome, and at each change: who only reads must know it too.
 */
export type Storing = Readonly<{ isStoring: boolean }>

/**
 * What this server derives from the journal and cannot at the moment: the public page, the search, the destruction of
 * erased data. Told as `Storing` is. An administrator's console may answer `retry` with a follower's name.
 */
export type Troubles = Readonly<{ troubles: readonly Trouble[] }>

export type Outcome =
  /** On disk. `seqs`: first and last entry made, null when there was nothing to change. */
  | Readonly<{ status: 'accepted'; at: number; seqs: readonly [number, number] | null }>
  | Readonly<{ status: 'refused'; refusal: Refusal }>
  /** Nothing was stored: keep the command and send it again under the same id. */
  | Readonly<{ status: 'unavailable' }>
