import type { Socket } from 'socket.io'
import { toLive, type Entry, type LiveEntry, type Position } from '#shared/journal/entry.ts'
import { forgetInEvent } from '#shared/journal/forget.ts'
import type { SubjectId } from '#shared/lib/id.ts'
import type { Frame } from '#shared/sync/wire.ts'
import { degreeIn } from '#shared/sync/mask.ts'
import { viewEntry, type Viewpoint } from '#shared/sync/view.ts'
import { backlogOf, prepare, send, type Prepared } from '#server/sync/frames.ts'

/** The hash goes with frames, not with entries: consoles need the last one only. */
type Told = Readonly<{ entry: LiveEntry; hash: string }>

type Group = Readonly<{ viewpoint: Viewpoint; sockets: Set<Socket> }>

// A console this far behind (bytes) will not catch up by itself: it is cut, and comes back with one snapshot.
const largestBacklog = 4 * 1024 * 1024
// Entries kept for consoles that were away for a moment; a longer absence is answered by a snapshot, of constant size.
const remembered = 512
/** Above this many missed entries a snapshot is smaller than the entries. */
const largestResume = 256

/**
 * Entries in one frame: a list of 5,000 members would be encoded for each viewpoint, and folded by each console, in one go. A
 * shorter command's facts stay together, so that no screen shows half of what one act has made.
 */
const framed = { most: 500, beforeNextCommand: 250 }

/** Consoles told in one go, half a millisecond: whoever submits meanwhile is heard before the next ones are told. */
const toldAtOnce = 50
/** Milliseconds between two rounds, in which entries gather; only large rooms need any. */
const longestPause = 20
const consolesPerPause = 100

/**
 * Tells every console what was committed, in order. Each frame is built once for all viewpoints (audience and
 * followed crisis) that see the same of it. The first one leaves at once; those that are committed while consoles are being told, and in a large room
 * for a moment after that, go out together: the room's size then bounds the frames, not the pace of the entries.
 * Commands and their acknowledgements come first: the telling is done in slices, with the event loop free in between.
 */
export class FanOut {
  readonly #groups = new Map<string, Group>()
  readonly #groupOf = new Map<Socket, Group>()
  #recent: Told[] = []
  #queue: Told[] = []
  /** The last entry told, and its hash; null: there was none before this server started. */
  #flushed: number
  #hash: string | null
  #isTelling = false
  readonly #onFault: (error: unknown) => void

  /** `onFault`: the consoles could not be told and were cut; they come back with a snapshot. */
  constructor(head: number, hash: string | null, onFault: (error: unknown) => void) {
    this.#flushed = head
    this.#hash = hash
    this.#onFault = onFault
  }

  /** What was pushed before is skipped. */
  push(entries: readonly Entry[]): void {
    const last = this.#queue.at(-1)?.entry.seq ?? this.#flushed
    const fresh = entries.filter(({ seq }) => seq > last)
    this.#queue.push(...fresh.map((entry) => ({ entry: toLive(entry), hash: entry.hash })))
    if (!this.#isTelling) void this.#tell()
  }

  /**
   * Adds a console that has applied everything up to `seq`, and sends what it misses.
   * False when too much is missing: it needs a snapshot.
   */
  join(socket: Socket, viewpoint: Viewpoint, seq: number): boolean {
    const missed = this.missedSince(seq)
    if (missed === null) return false
    this.leave(socket)
    const key = keyOf(viewpoint)
    const group = this.#groups.get(key) ?? { viewpoint, sockets: new Set() }
    this.#groups.set(key, group)
    group.sockets.add(socket)
    this.#groupOf.set(socket, group)
    if (missed.length > 0) send(socket, prepare('entries', frameOf(missed, seq, viewpoint)))
    return true
  }

  leave(socket: Socket): void {
    const group = this.#groupOf.get(socket)
    if (group === undefined) return
    this.#groupOf.delete(socket)
    group.sockets.delete(socket)
    if (group.sockets.size === 0) this.#groups.delete(keyOf(group.viewpoint))
  }

  /** What is remembered for late consoles, and what is still to be told, loses the subject's personal data. */
  forget(subject: SubjectId): void {
    const forgotten = ({ entry, hash }: Told): Told => ({
      entry: { ...entry, event: forgetInEvent(entry.event, subject) },
      hash,
    })
    this.#recent = this.#recent.map(forgotten)
    this.#queue = this.#queue.map(forgotten)
  }

  get size(): number {
    return this.#groupOf.size
  }

  /** Told entries after `seq`; null when they are too many, forgotten, or `seq` is beyond what this server knows. */
  missedSince(seq: number): readonly Told[] | null {
    if (seq >= this.#flushed) return seq > this.#flushed + this.#queue.length ? null : []
    const first = this.#recent[0]?.entry
    if (first === undefined || first.seq > seq + 1 || this.#flushed - seq > largestResume) return null
    return this.#recent.slice(seq + 1 - first.seq)
  }

  /** Whether this is an entry of what was told; null when that is not remembered here. */
  knows({ seq, hash }: Position): boolean | null {
    if (seq === this.#flushed && this.#hash !== null) return hash === this.#hash
    const first = this.#recent[0]?.entry
    const told = first === undefined ? undefined : this.#recent[seq - first.seq]
    return told === undefined ? null : told.hash === hash
  }

  async #tell(): Promise<void> {
    this.#isTelling = true
    while (this.#queue.length > 0) {
      await this.#flush().catch((error: unknown) => this.#fail(error))
      await pause(Math.min(longestPause, Math.floor(this.#groupOf.size / consolesPerPause)))
    }
    this.#isTelling = false
  }

  /** Who was told and who was not is unknown, and what could not be told now will not be told to who comes back. */
  #fail(error: unknown): void {
    this.#recent = []
    for (const socket of this.#groupOf.keys()) socket.disconnect(true)
    this.#onFault(error)
  }

  /**
   * A console that joins meanwhile is sent these entries on joining and perhaps here again: whoever has applied an
   * entry skips it.
   */
  async #flush(): Promise<void> {
    const entries = this.#queue.splice(0, lengthOfNextFrame(this.#queue))
    const from = this.#flushed
    const last = entries.at(-1)
    this.#flushed = last?.entry.seq ?? from
    this.#hash = last?.hash ?? this.#hash
    this.#recent = [...this.#recent, ...entries].slice(-remembered)
    const frameFor = framesOf(entries, from)
    let told = 0
    for (const { viewpoint, sockets } of this.#groups.values()) {
      const frame = frameFor(viewpoint)
      for (const socket of sockets) {
        deliver(socket, frame)
        told += 1
        if (told % toldAtOnce === 0) await pause(0)
      }
      if (entries.length > framed.beforeNextCommand) await pause(0)
    }
  }
}

function lengthOfNextFrame(queue: readonly Told[]): number {
  const { most, beforeNextCommand } = framed
  if (queue.length <= beforeNextCommand) return queue.length
  const next = queue.findIndex(
    ({ entry }, n) => n >= beforeNextCommand && entry.command !== queue[n - 1]?.entry.command,
  )
  return next === -1 ? Math.min(queue.length, most) : Math.min(next, most)
}

/** At least one turn of the event loop. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms === 0) setImmediate(resolve)
    else setTimeout(resolve, ms)
  })
}

function keyOf({ crisis, audience }: Viewpoint): string {
  return `${crisis ?? ''} ${audience}`
}

/** One frame for all viewpoints that see the same of these entries, built when the first of them asks. */
function framesOf(told: readonly Told[], from: number): (viewpoint: Viewpoint) => Prepared {
  const degree = degreeIn(told.map(({ entry }) => entry))
  const frames = new Map<string, Prepared>()
  return (viewpoint) => {
    const view = `${viewpoint.crisis ?? ''} ${degree(viewpoint.audience)}`
    const frame = frames.get(view) ?? prepare('entries', frameOf(told, from, viewpoint))
    frames.set(view, frame)
    return frame
  }
}

function frameOf(told: readonly Told[], from: number, viewpoint: Viewpoint): Frame {
  const last = told.at(-1)
  const visible = told.map(({ entry }) => viewEntry(entry, viewpoint)).filter((entry) => entry !== null)
  return { from, to: last?.entry.seq ?? from, hash: last?.hash ?? '', entries: visible }
}

function deliver(socket: Socket, frame: Prepared): void {
  if (backlogOf(socket) > largestBacklog) socket.disconnect(true)
  else send(socket, frame)
}
