import type { Draft, Entry, Position } from '#shared/journal/entry.ts'
import type { CommandId, SubjectId } from '#shared/lib/id.ts'

/** What became of a batch handed to the journal. Nothing of it is stored unless it is `appended`. */
export type Appended =
  | Readonly<{
      status: 'appended'
      /** Hash of each entry, in the batch's order; entry i has seq `expectedHead + 1 + i`. */
      hashes: readonly string[]
    }>
  | Readonly<{ status: 'head-moved'; head: number }>
  | Readonly<{
      status: 'repeated'
      /** The commands of this batch that the journal already holds: their first outcome stands. */
      commands: readonly CommandId[]
    }>

/** Before the first entry. */
export const beginning: Position = { seq: 0, hash: '' }

/**
 * The only truth. Everything else (state, register, snapshots, public page, logbook) is derived and can be rebuilt.
 *
 * An event's `personal` is stored encrypted under its `subject`'s key; after that is forgotten every read gives
 * `personal: null` for it while the hash chain still verifies. A subject spoken of again after that gets a new key:
 * what was said before stays erased.
 *
 * A method throws `JournalUnavailable` when the disk or the cluster behind it does not answer, `JournalDamaged` when
 * what is stored cannot have been written by this program.
 */
export interface Journal extends AsyncDisposable {
  /**
   * All or nothing. Resolves only when the batch is on disk. Known commands are checked before the head, so that a
   * retry which reaches another node is recognised and not decided a second time. The drafts of one command stand
   * together. Several appends may be under way: they are carried out in the order of the calls.
   *
   * An empty batch stores nothing and is told whether the head is the expected one.
   *
   * After `JournalUnavailable` the batch may still turn out to be stored (the answer was lost, not the data): a retry
   * with the same commands is told `repeated`.
   */
  append(batch: readonly Draft[], expectedHead: number): Promise<Appended>
  /**
   * A long batch with these is to come: what can be done for it ahead is, while others' batches are stored. A hint, which
   * stores nothing; the next one takes its place, an empty one takes it back. Left out by who gains nothing by it.
   */
  foresee?: (batch: readonly Sealable[]) => Promise<void>
  /** Entries with `seq > after`, in order, at most `limit`: none for a limit below 1, all there are for one beyond the end. */
  read(after: number, limit: number): Promise<readonly Entry[]>
  /** Past then live, in order, no gap, no repeat, in batches; ends when `signal` aborts or the journal is closed. */
  follow(after: number, signal: AbortSignal): AsyncIterable<readonly Entry[]>
  /** The last `seq`, 0 when empty. Throws `JournalUnavailable` where what is appended would not be found again. */
  head(): Promise<number>
  /** What a command made, in order; empty when the journal does not know it. */
  entriesOf(command: CommandId): Promise<readonly Entry[]>
  /**
   * Destroys these subjects' keys on disk, at the cost of one. Irreversible, and the same when repeated: with `before`, a
   * key made for that entry or a later one stays, which is of a subject spoken of again after its erasure.
   */
  forget(erasures: readonly Erasure[]): Promise<void>
  /** Where a follower stands, as durable as the entries themselves; null when it was never kept. */
  positionOf(follower: string): Promise<Position | null>
  keepPosition(follower: string, position: Position): Promise<void>
  /** Resolves once some bytes have been written where batches are, and taken away again: there is room for a batch. */
  probe(): Promise<void>
  /** What was read so far and does not open with its key: it reads as null, and is told as that subject's loss. */
  unreadable(): readonly Unreadable[]
}

/** What of a draft is sealed. */
export type Sealable = Pick<Draft, 'event' | 'salt'>

/** A subject whose key goes, unless it was made for entry `before` or a later one. */
export type Erasure = Readonly<{ subject: SubjectId; before?: number }>

/** A subject whose sealed data is damaged, or its key; `seq` is the first entry seen. */
export type Unreadable = Readonly<{ subject: SubjectId; seq: number }>

/** The journal cannot store or read at the moment: nothing is acknowledged until it can. */
export class JournalUnavailable extends Error {
  override readonly name = 'JournalUnavailable'
}

/** What is stored cannot have been written by this program. `npm run verify` says where; a backup is the way back. */
export class JournalDamaged extends Error {
  override readonly name = 'JournalDamaged'
}

/** The journal must not be opened as things stand. The message is for the administrator: what is wrong, what to do. */
export class JournalRefused extends Error {
  override readonly name = 'JournalRefused'
}

/** For whoever needs a journal that is there: a mistyped setting must not begin a new one. */
export function noJournal(setting: 'DATA_DIR' | 'NAMESPACE', place: string): JournalRefused {
  return new JournalRefused(`there is no journal in ${place}: set ${setting} to where it is`)
}
