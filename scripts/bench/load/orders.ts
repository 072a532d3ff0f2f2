import type { Position } from '#shared/journal/entry.ts'
import type { CrisisId } from '#shared/lib/id.ts'

/** A server to be loaded and how its consoles speak. */
export type Target = Readonly<
  | { kind: 'limit'; url: string }
  | {
      kind: 'ours'
      url: string
      crisis: CrisisId
      cookies: readonly string[]
      /** The last entry these consoles have applied; null: they start from nothing. */
      last: Position | null
    }
>

export type Order =
  /** `submits` and `listens`: whether these consoles write, and whether their deliveries are counted. */
  | Readonly<{ do: 'connect'; target: Target; count: number; submits: boolean; listens: boolean }>
  /** An even stream of commands from the first `senders` consoles that submit; waits for everything to arrive. */
  | Readonly<{ do: 'load'; rate: number; commands: number; senders: number }>
  /** One more console comes until it holds everything, then leaves. */
  | Readonly<{ do: 'join'; target: Target }>
  | Readonly<{ do: 'leave' }>

/** Milliseconds. */
export type Delays = Readonly<{ p50: number; p99: number; max: number }>

export type Loaded = Readonly<{
  acknowledged: number
  /** Refused or unavailable: a measurement with any of them is void. */
  failed: number
  /** Commands whose answer never came. */
  lost: number
  /** Entries × consoles that were to come, and that came. */
  deliveries: number
  expected: number
  /** Seconds from the first command to the last acknowledgement, and to the last delivery. */
  acknowledgedIn: number
  deliveredIn: number
  acknowledgement: Delays
  arrival: Delays
}>

export type Joined = Readonly<{
  /** Received after the connection was open. */
  bytes: number
  /** From hello to everything received. */
  ms: number
}>
