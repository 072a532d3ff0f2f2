/** What the journal and its worker say to each other. Columns instead of rows: half the cost of copying objects. */
import type { Position } from '#shared/journal/entry.ts'
import type { KeyObject } from 'node:crypto'
import type { Erasure, Unreadable } from './port.ts'

export type WorkerOptions = Readonly<{ folder: string; masterKey: KeyObject }>

export type AppendRequest = Readonly<{
  method: 'append'
  expectedHead: number
  /** Each once; `counts[i]` of the entries are command i's, in order. */
  commands: readonly string[]
  counts: readonly number[]
  bodies: readonly string[]
  /** Null where the entry seals nothing. */
  subjects: readonly (string | null)[]
  personals: readonly (string | null)[]
}>

/** `personals[i]` is to be sealed for `subjects[i]`; `isFirst`: it begins anew, and what was sealed before is dropped. */
export type SealRequest = Readonly<{
  method: 'sealAhead'
  isFirst: boolean
  subjects: readonly string[]
  personals: readonly string[]
}>

export type Request =
  | AppendRequest
  | SealRequest
  | Readonly<{ method: 'read'; after: number; limit: number }>
  | Readonly<{ method: 'entriesOf'; command: string }>
  | Readonly<{ method: 'forget'; erasures: readonly Erasure[] }>
  | Readonly<{ method: 'positionOf'; follower: string }>
  | Readonly<{ method: 'keepPosition'; follower: string; position: Position }>
  | Readonly<{ method: 'head' }>
  | Readonly<{ method: 'probe' }>
  | Readonly<{ method: 'close' }>

export type AppendAnswer =
  /** 32 bytes per entry, one after the other. */
  | Readonly<{ status: 'appended'; hashes: Uint8Array }>
  | Readonly<{ status: 'head-moved'; head: number }>
  | Readonly<{ status: 'repeated'; commands: readonly string[] }>

export type RowsAnswer = Readonly<{
  seqs: readonly number[]
  bodies: readonly string[]
  personals: readonly (string | null)[]
  /** Those whose personal part does not open. */
  unreadable: readonly Unreadable[]
  hashes: Uint8Array
}>

/** Which error the journal throws: an `Error` loses its class on its way between threads. */
export type Failure = Readonly<{ kind: 'unavailable' | 'damaged' | 'refused' | 'bug'; message: string }>

export type Asked = Readonly<{ id: number; request: Request }>
export type Answered = Readonly<{ id: number; value: unknown } | { id: number; failure: Failure }>

/** The worker's first words. */
export type Opened = Readonly<{ opened: { head: number } } | { failure: Failure }>
