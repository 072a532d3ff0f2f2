import type { Socket } from 'socket.io'
import type { LiveEntry } from '#shared/journal/entry.ts'
import { forgetInEvent } from '#shared/journal/forget.ts'
import type { SubjectId } from '#shared/lib/id.ts'
import type { Frame } from '#shared/sync/wire.ts'
import { viewEntry, type Viewpoint } from '#shared/sync/view.ts'
import { backlogOf, prepare, send } from '#server/sync/frames.ts'

type Group = Readonly<{ viewpoint: Viewpoint; sockets: Set<Socket> }>

// A console this far behind (bytes) will not catch up by itself: it is cut, and comes back with one snapshot.
const largestBacklog = 4 * 1024 * 1024
// Entries kept for consoles that were away for a moment; a longer absence is answered by a snapshot, of constant size.
const remembered = 512
/** Above this many missed entries a snapshot is smaller than the entries. */
export const largestResume = 256

/**
 * Tells every console what was committed, in order. Each frame is built once per viewpoint (audience and followed
 * crisis). Entries that arrive while many consoles are being told are gathered, for at most 20 ms.
 */
export class FanOut {
  readonly #groups = new Map<string, Group>()
  readonly #groupOf = new Map<Socket, Group>()
  #recent: LiveEntry[] = []
  #queue: LiveEntry[] = []
  #flushed: number
  #isScheduled = false

  constructor(head: number) {
    this.#flushed = head
  }

  push(entries: readonly LiveEntry[]): void {
    this.#queue.push(...entries)
    if (this.#isScheduled) return
    this.#isScheduled = true
    const pauseMs = Math.min(20, Math.floor(this.#groupOf.size / 100))
    if (pauseMs === 0) setImmediate(() => this.#flush())
    else setTimeout(() => this.#flush(), pauseMs)
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
    if (missed.length > 0) send(socket, prepare('entries', frameOf(missed, seq, this.#flushed, viewpoint)))
    return true
  }

  leave(socket: Socket): void {
    const group = this.#groupOf.get(socket)
    if (group === undefined) return
    this.#groupOf.delete(socket)
    group.sockets.delete(socket)
    if (group.sockets.size === 0) this.#groups.delete(keyOf(group.viewpoint))
  }

  /** What is remembered for late consoles loses the subject's personal data. */
  forget(subject: SubjectId): void {
    this.#recent = this.#recent.map((entry) => ({ ...entry, event: forgetInEvent(entry.event, subject) }))
  }

  get size(): number {
    return this.#groupOf.size
  }

  /** Told entries after `seq`; null when they are too many, forgotten, or `seq` is beyond what this server knows. */
  missedSince(seq: number): readonly LiveEntry[] | null {
    if (seq >= this.#flushed) return seq > this.#flushed + this.#queue.length ? null : []
    const first = this.#recent[0]
    if (first === undefined || first.seq > seq + 1 || this.#flushed - seq > largestResume) return null
    return this.#recent.slice(seq + 1 - first.seq)
  }

  #flush(): void {
    this.#isScheduled = false
    const entries = this.#queue
    const last = entries.at(-1)
    if (last === undefined) return
    this.#queue = []
    const from = this.#flushed
    this.#flushed = last.seq
    this.#recent = [...this.#recent, ...entries].slice(-remembered)
    for (const { viewpoint, sockets } of this.#groups.values()) {
      const frame = prepare('entries', frameOf(entries, from, last.seq, viewpoint))
      for (const socket of sockets) deliver(socket, frame)
    }
  }
}

function keyOf({ crisis, audience }: Viewpoint): string {
  return `${crisis ?? ''} ${audience}`
}

function frameOf(entries: readonly LiveEntry[], from: number, to: number, viewpoint: Viewpoint): Frame {
  const visible = entries.map((entry) => viewEntry(entry, viewpoint)).filter((entry) => entry !== null)
  return { from, to, entries: visible }
}

function deliver(socket: Socket, frame: ReturnType<typeof prepare>): void {
  if (backlogOf(socket) > largestBacklog) socket.disconnect(true)
  else send(socket, frame)
}
