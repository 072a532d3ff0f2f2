/**
 * What is derived from the journal: consoles, register, public page, snapshots, the destruction of erased keys. Each is a
 * follower, of one of two kinds.
 */
import type { EventType } from '#shared/event.ts'
import type { FollowerName } from '#shared/followers/followers.ts'
import type { Entry, Position } from '#shared/journal/entry.ts'
import type { State } from '#shared/state.ts'

/**
 * Takes every entry, in order, at least once, and remembers up to which. `handle` that throws is given the same entries
 * again, perhaps others with them.
 */
export type EntryFollower = Readonly<{
  name: FollowerName
  /** Where its position is kept; `present`: nowhere, it begins with what is committed from now on. */
  from: Place | 'present'
  /** What it acts on; by default everything. It is handed nothing else, and stands at the last entry all the same. */
  concerns?: (type: EventType) => boolean
  /** Milliseconds for which entries may be gathered before they are handed over together. */
  gather?: number
  /** `state`: as it stands now. What answers at once keeps the next follower waiting for as long. */
  handle: (entries: readonly Entry[], state: State) => void | Promise<void>
}>

/** What is made of the state alone: a state that was missed is made up for by the next. */
export type StateFollower = Readonly<{
  name: FollowerName
  /** Facts after which what it makes is another. */
  changes: (type: EventType) => boolean
  /** Called at the start, after each fact that changes it, and when its time has come. `at`: the last entry in the state. */
  make: (state: State, at: Position) => void | Promise<void>
  /** The next instant (ms) after `now` at which it would make something else of the same state; null: none. */
  changesAt?: (state: State, now: number) => number | null
  /** What keeps it from making anything, by intention; by default nothing does. */
  hold?: Hold
}>

/** Set outside the program, lifted by a person. */
export type Hold = Readonly<{
  /** Since when (ms); null: it is not held. What throws counts as a failed attempt: nothing is made. */
  since: () => number | null
  release: () => void
  /** For the log: what it waits for, and how it is released. */
  why: string
}>

export type Follower = EntryFollower | StateFollower

/** Where a follower's position is kept: as durable as what the follower makes, and moved no earlier. */
export type Place = Readonly<{
  /** Null where there is none yet: it takes the journal from the beginning. */
  load: () => Promise<Position | null>
  save: (position: Position) => Promise<void>
  /** The position is another journal's: what was made of that goes, and the journal is taken from the beginning. */
  startOver: () => Promise<void>
}>

/** A follower at work, for those who need what it makes. */
export type Following = Readonly<{
  /** The last entry it has taken. */
  seq: () => number
  /** The last entry there is for it to take. */
  head: () => number
  /** Resolves once it has taken `seq`; until then nothing is gathered. Rejects with the signal's reason. */
  reached: (seq: number, signal?: AbortSignal) => Promise<void>
  /** Asks its place again where it stands: what it had made is lost. */
  lost: () => void
}>
