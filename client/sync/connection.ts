import type { LiveEntry, Position } from '#shared/journal/entry.ts'
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client'
import type { FollowerName, Trouble } from '#shared/followers/followers.ts'
import type { CommandId, CrisisId, PersonId, SubjectId } from '#shared/lib/id.ts'
import { UnknownVariant } from '#shared/lib/unreachable.ts'
import { erasedIn, erasedOf } from '#shared/privacy/erased.ts'
import type { State } from '#shared/state.ts'
import { changePresence, type Present, type PresenceChange } from '#shared/sync/presence.ts'
import { applyFrame, type Replica } from '#shared/sync/replica.ts'
import { addStanding } from '#client/sync/standing-tail.ts'
import { featureOf } from '#shared/event.ts'
import {
  protocol,
  type Frame,
  type Hello,
  type Held,
  type SnapshotFrame,
  type Storing,
  type Troubles,
  type Welcome,
  type You,
} from '#shared/sync/wire.ts'

/*
 * One console's line to the server. It needs neither a page nor React: the browser, the headless console and the tests
 * all drive this class.
 *
 * connect → hello(last) → nothing, the missing entries, or a snapshot → frames. A frame that does not follow the
 * last one applied leads back to hello; a fact this build does not know leads to "reload".
 */

export type LineState = 'connecting' | 'live' | 'offline' | 'reload' | 'signed-out' | 'other-person'

export type ConnectionView = Readonly<{
  line: LineState
  replica: Replica
  you: You | null
  /** Who has signed in in this browser instead, where the line says so. */
  otherPerson: string | null
  present: readonly Present[]
  /** False: the server can store nothing. As it last said: told anew before the line is live again. */
  isStoring: boolean
  /** What this server cannot derive at the moment from what is recorded. As `isStoring`. */
  troubles: readonly Trouble[]
  /** Server's clock minus this machine's, in milliseconds. */
  clockOffset: number
  /** See standing-tail.ts. */
  standingTail: readonly LiveEntry[]
}>

export type ConnectionOptions = Readonly<{
  url: string
  /** What the console remembers from before: shown at once, brought up to date as soon as the server answers. */
  replica: Replica
  you: You | null
  /** Whose console it has been; null: nobody's yet. */
  person?: PersonId | null
  socket?: Partial<ManagerOptions & SocketOptions>
  /** Asked over HTTP when no line is had: browsers are not told why. Rejects when the server does not answer. */
  isSignedIn: () => Promise<boolean>
  onChange: (view: ConnectionView) => void
  /** Ahead of everything else that the welcome changes. A program without files of its own needs none. */
  onAuthorKey?: (person: PersonId, key: string) => void
  /** The last entry that this console was told its author's commands have made. */
  lastRecorded: () => Position | null
  /** The server has greeted this console: what waits may be sent. */
  onLive: () => void
  /** The server's journal is not the one that this console knew: it was restored from a backup. */
  onOtherHistory: () => void
  /** Whose personal data is no more, by what has just been told or by the state that was loaded. */
  onErased: (subjects: readonly SubjectId[]) => void
}>

/** Nothing but a person or a reload leads out of these. */
const stopped: ReadonlySet<LineState> = new Set(['reload', 'signed-out', 'other-person'])
const helloTimeoutMs = 10_000

export class Connection {
  readonly #socket: Socket
  readonly #options: ConnectionOptions
  #view: ConnectionView
  #handling: Readonly<{ desk: string; handling: readonly string[] }> = { desk: '', handling: [] }
  /** Whose console this is: it never becomes another's by itself. */
  #person: PersonId | null
  /** Closed by its owner: whatever was asked before, no answer opens it again or changes what it shows. */
  #isClosed = false
  /** Greetings sent and not yet answered: until then a frame that does not follow is left over from before. */
  #greetings = 0
  /** What waits here may be of a history that is gone, and speak of somebody who was erased in it. */
  #mayReveal = false
  /** Just now, and of more than the snapshot that is on its way can tell. */
  #isToldErased = false

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#person = options.person ?? null
    const { replica, you } = options
    this.#view = {
      line: 'connecting',
      replica,
      you,
      otherPerson: null,
      present: [],
      isStoring: true,
      troubles: [],
      clockOffset: 0,
      standingTail: [],
    }
    this.#socket = io(options.url, {
      transports: ['websocket'],
      autoConnect: false,
      reconnectionDelay: 300,
      reconnectionDelayMax: 3_000,
      ...options.socket,
    })
    this.#socket.on('connect', () => void this.#hello())
    this.#socket.on('connect_error', ({ message }) => void this.#failed(message))
    this.#socket.on('disconnect', (reason) => this.#lost(reason))
    this.#socket.on('signed-out', () => this.#change({ line: 'signed-out' }))
    this.#socket.on('entries', (frame: Frame) => this.#receive(frame))
    this.#socket.on(
      'snapshot',
      (frame: SnapshotFrame, applied: () => void) => void this.#load(frame, applied),
    )
    this.#socket.on('presence', (message: PresenceMessage) => this.#hear(message))
    this.#socket.on('storing', ({ isStoring }: Storing) => this.#change({ isStoring }))
    this.#socket.on('troubles', ({ troubles }: Troubles) => this.#change({ troubles }))
  }

  get view(): ConnectionView {
    return this.#view
  }

  open(): void {
    this.#isClosed = false
    this.#socket.connect()
  }

  close(): void {
    this.#socket.disconnect()
    this.#isClosed = true
  }

  /** Follows another crisis (or none): its state replaces the present one. */
  follow(crisis: CrisisId | null): void {
    if (crisis === this.#view.replica.crisis) return
    // What is shared by all crises stays on the screen while the new one loads.
    const replica = { ...this.#view.replica, crisis, isLoaded: false }
    this.#change({ replica })
    if (this.#socket.connected) void this.#hello()
  }

  /** Says what this person is doing; repeated by itself after a reconnection. */
  doing(desk: string, handling: readonly string[]): void {
    this.#handling = { desk, handling }
    if (this.#view.line === 'live') this.#socket.emit('doing', this.#handling)
  }

  /** Has the server try at once what it would try again later. False: it has not said that it does. */
  retry(follower: FollowerName): Promise<boolean> {
    return this.#ask('retry', follower)
  }

  /** Has the server do again what it is held from. False: it has not said that it does. */
  release(follower: FollowerName): Promise<boolean> {
    return this.#ask('release', follower)
  }

  /** Kept by the transport it would leave with the next line, for a server that may have been restored again meanwhile. */
  async #ask(what: 'retry' | 'release', follower: FollowerName): Promise<boolean> {
    if (this.#view.line !== 'live') return false
    const asked = this.#socket.timeout(helloTimeoutMs).emitWithAck(what, follower)
    return (await asked.catch(() => false)) === true
  }

  /** Sends a command once; rejects when the line breaks or `timeoutMs` passes without an answer. */
  submit(envelope: unknown, timeoutMs: number): Promise<unknown> {
    return this.#socket.timeout(timeoutMs).emitWithAck('submit', envelope)
  }

  /** Which of these commands the server's journal does not hold; null when it cannot say. */
  async missingOf(commands: readonly CommandId[]): Promise<readonly CommandId[] | null> {
    const asked = this.#socket.timeout(helloTimeoutMs).emitWithAck('held', commands)
    const held = (await asked.catch(() => null)) as Held
    if (held === null) return null
    // First: what was said of them is not offered for a moment either.
    this.#erase(held.erased)
    return held.missing
  }

  async #hello(): Promise<void> {
    const { crisis, isLoaded, state, hash } = this.#view.replica
    const last = isLoaded && hash !== null ? { seq: state.seq, hash } : null
    const recorded = this.#options.lastRecorded()
    const hello: Hello = { protocol, person: this.#person, crisis, last, recorded }
    this.#greetings += 1
    try {
      const welcome: Welcome = await this.#socket.timeout(helloTimeoutMs).emitWithAck('hello', hello)
      // A console that names nothing contradicts no history, its own or another.
      if (last === null && recorded === null) this.#mayReveal = true
      await this.#welcomed(welcome)
    } catch {
      // Not answered: whether the line is down or the server is stuck, a fresh connection starts over.
      if (!this.#isClosed) this.#reconnect()
    } finally {
      this.#greetings -= 1
    }
  }

  #helloOnce(): void {
    if (this.#greetings === 0) void this.#hello()
  }

  async #welcomed(welcome: Welcome): Promise<void> {
    if (welcome.status === 'reload') return this.#needReload()
    if (welcome.status === 'other-person') return this.#stopFor(welcome.name)
    if (welcome.status === 'refused') {
      // Followed before, or made up: there is no such crisis.
      if (welcome.field === 'crisis') return this.follow(null)
      return this.#change({ line: 'signed-out' })
    }
    this.#person = welcome.you.person
    this.#options.onAuthorKey?.(welcome.you.person, welcome.authorKey)
    const clockOffset = welcome.now - Date.now()
    if (!welcome.isSameHistory) {
      this.#mayReveal = true
      // What was folded from another history is not shown as true: a snapshot is on its way.
      this.#change({ replica: { ...this.#view.replica, isLoaded: false } })
    }
    this.#isToldErased = false
    if (this.#mayReveal) await this.#learnErased()
    this.#change({ line: 'live', you: welcome.you, clockOffset })
    this.#socket.emit('doing', this.#handling)
    this.#options.onLive()
    if (!welcome.isSameHistory) this.#options.onOtherHistory()
  }

  /** Ahead of all that is sent. Throws where the server does not say: nothing is sent before it has. */
  async #learnErased(): Promise<void> {
    if ((await this.missingOf([])) === null) throw new Error('the server has not said who is erased')
    this.#mayReveal = false
    this.#isToldErased = true
  }

  /** A state shows only the latest sheets: of those that have left it the entries were missed too. Else at the next hello. */
  async #learnAgain(): Promise<void> {
    this.#mayReveal = (await this.missingOf([])) === null
  }

  #receive(frame: Frame): void {
    // A snapshot is on its way, and what follows it comes after it has been acknowledged.
    if (!this.#view.replica.isLoaded) return
    try {
      const replica = applyFrame(this.#view.replica, frame)
      if (replica === null) this.#helloOnce()
      else if (replica !== this.#view.replica) {
        this.#change({ replica, standingTail: addStanding(this.#view.standingTail, frame.entries) })
        this.#erase(erasedIn(frame.entries))
      }
      // The server's time is another now: the greeting tells it.
      if (frame.entries.some(({ event }) => featureOf(event.type) === 'clock')) this.#helloOnce()
    } catch (error) {
      if (!(error instanceof UnknownVariant)) throw error
      this.#needReload()
    }
  }

  async #load({ crisis, hash, state }: SnapshotFrame, applied: () => void): Promise<void> {
    if (crisis !== this.#view.replica.crisis) return applied()
    const folded = JSON.parse(await gunzip(state)) as State
    if (this.#isClosed) return
    if (crisis !== this.#view.replica.crisis) return applied()
    this.#erase(erasedOf(folded))
    this.#change({ replica: { crisis, state: folded, hash, isLoaded: true } })
    applied()
    if (this.#isToldErased) this.#isToldErased = false
    else void this.#learnAgain()
  }

  #erase(subjects: readonly SubjectId[]): void {
    if (subjects.length > 0) this.#options.onErased(subjects)
  }

  #hear(message: PresenceMessage): void {
    const present = 'all' in message ? message.all : changePresence(this.#view.present, message.changes)
    this.#change({ present })
  }

  async #failed(message: string): Promise<void> {
    if (stopped.has(this.#view.line)) return
    if (message === 'signed-out') return this.#change({ line: 'signed-out' })
    this.#change({ line: 'offline', present: [] })
    // The server lets nobody in without a session: that is no network to wait for.
    const isSignedIn = await this.#options.isSignedIn().catch(() => true)
    if (isSignedIn || this.#isClosed || this.#view.line !== 'offline') return
    this.#socket.disconnect()
    this.#change({ line: 'signed-out' })
  }

  #lost(reason: string): void {
    if (stopped.has(this.#view.line)) return
    this.#change({ line: 'offline', present: [] })
    // The server hung up (restart, too far behind, other roles): Socket.IO only reconnects by itself otherwise.
    if (reason === 'io server disconnect') this.#socket.connect()
  }

  /** Stands still: what is on the screen and what was typed is of whoever sat here before. */
  #stopFor(otherPerson: string): void {
    this.#change({ line: 'other-person', otherPerson, present: [] })
    this.#socket.disconnect()
  }

  /** The cookie may be another person's: asks anew who is there. */
  renew(): void {
    this.#change({ line: 'connecting', otherPerson: null })
    this.#reconnect()
  }

  #reconnect(): void {
    this.#socket.disconnect().connect()
  }

  #needReload(): void {
    this.#change({ line: 'reload' })
    this.#socket.disconnect()
  }

  #change(change: Partial<ConnectionView>): void {
    this.#view = { ...this.#view, ...change }
    this.#options.onChange(this.#view)
  }
}

type PresenceMessage =
  | Readonly<{ all: readonly Present[] }>
  | Readonly<{ changes: readonly PresenceChange[] }>

async function gunzip(bytes: Uint8Array): Promise<string> {
  const plain = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(plain).text()
}
