import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { ZodError } from 'zod'
import type { Role } from '#shared/access/roles.ts'
import { mayAsk } from '#shared/access/may-ask.ts'
import { audienceOf } from '#shared/access/visibility.ts'
import type { Entry } from '#shared/journal/entry.ts'
import type { State } from '#shared/state.ts'
import type { CrisisId, PersonId, SubjectId } from '#shared/lib/id.ts'
import type { Trouble } from '#shared/followers/followers.ts'
import type { PresenceChange } from '#shared/sync/presence.ts'
import type { Viewpoint } from '#shared/sync/view.ts'
import { HelloSchema, ProtocolSchema } from '#shared/sync/hello.ts'
import {
  protocol,
  type Asked,
  type Hello,
  type Held,
  type Outcome,
  type Storing,
  type Troubles,
  type Welcome,
} from '#shared/sync/wire.ts'
import { readToken, whoHolds, whoIs, type SignedIn } from '#server/access/sessions.ts'
import type { Dispatcher } from '#server/dispatch.ts'
import { createIsSecure, isOwnOrigin, type IsSecure } from '#server/http/edge.ts'
import type { Followers } from '#server/followers/followers.ts'
import type { JournalHealth } from '#server/journal/health.ts'
import type { Journal } from '#server/journal/port.ts'
import type { Clock, Timers } from '#server/lib/clock.ts'
import type { Logger } from '#server/lib/logger.ts'
import { erasedIn } from '#shared/privacy/erased.ts'
import type { Metrics } from '#server/metrics.ts'
import { FanOut } from '#server/sync/fan-out.ts'
import { acknowledgeDirectly, prepare, send, type Prepared } from '#server/sync/frames.ts'
import { Gate } from '#server/sync/gate.ts'
import { readErased } from '#server/journal/erased-list.ts'
import type { Config } from '#server/config.ts'
import { History } from '#server/sync/history.ts'
import { isAnswer, listen } from '#server/sync/listen.ts'
import { limitedParser } from '#server/sync/parser.ts'
import { Doing, PresenceBoard } from '#server/sync/presence.ts'
import { atSessionEnd } from '#server/sync/session-end.ts'
import { Snapshots } from '#server/sync/snapshots.ts'
import { Submissions } from '#server/sync/submissions.ts'

/** A closed laptop or a frozen tab stops answering pings: found after 8 s + 6 s at most, within the promised 15 s. */
const heartbeat = { pingInterval: 8_000, pingTimeout: 6_000 }
// A roster of 5,000 lines is the largest thing a console submits.
const largestMessage = 4 * 1024 * 1024
const snapshotTimeoutMs = 30_000
/** A connection that does not say what it is there for. */
const greetingTimeoutMs = 10_000

type Admitted = Readonly<{ signedIn: SignedIn; crisis: CrisisId | null; seq: number | null }>

type Parts = Readonly<{
  http: HttpServer
  journal: Journal
  dispatcher: Dispatcher
  followers: Followers
  health: JournalHealth
  clock: Clock
  timers: Timers
  logger: Logger
  metrics: Metrics
  authorKeyOf: (person: PersonId) => string
  config: Pick<Config, 'DATA_DIR' | 'PUBLIC_BASE_URL'>
}>

/** The live side of the server: greets consoles, takes their commands, tells them what happens. */
export class Sync {
  readonly #parts: Parts
  readonly #io: Server
  readonly #isSecure: IsSecure
  readonly #fanOut: FanOut
  readonly #snapshots: Snapshots
  readonly #presence: PresenceBoard
  /** Connected consoles by session. */
  readonly #sockets = new Map<string, Set<Socket>>()
  /** They are told who is here with the next change, which their own arrival is: a rush then shares one list. */
  #newcomers = new Set<Socket>()
  /** What a console may see was decided from these: when they change it must say hello again. */
  readonly #rolesAtHello = new WeakMap<Socket, readonly Role[]>()

  /** The last hello of each console. */
  readonly #hellos = new WeakMap<Socket, object>()
  readonly #history: History
  readonly #submissions: Submissions

  /** What each console asked for last: an earlier answer still under way must not join it to another crisis. */
  readonly #viewpoints = new WeakMap<Socket, Viewpoint>()

  constructor(parts: Parts) {
    this.#parts = parts
    const { dispatcher, health, config } = parts
    const publicOrigin = config.PUBLIC_BASE_URL
    this.#isSecure = createIsSecure(publicOrigin)
    this.#fanOut = new FanOut(dispatcher.state.seq, dispatcher.hash, (error) =>
      parts.logger.error({ error }, 'consoles could not be told; they come back with a snapshot'),
    )
    this.#snapshots = new Snapshots(dispatcher)
    this.#submissions = new Submissions(parts)
    this.#history = new History({
      journal: parts.journal,
      knows: (position) => this.#fanOut.knows(position),
      erased: () => readErased(config.DATA_DIR).map(({ subject }) => subject),
    })
    this.#presence = new PresenceBoard((changes) => this.#tellPresence(changes))
    const gate = new Gate({
      sessionOf: (request) => this.#holderOf(request)?.session ?? null,
      isOwnOrigin: ({ headers }) => isOwnOrigin(headers.origin, headers.host, publicOrigin),
    })
    this.#io = new Server(parts.http, {
      ...heartbeat,
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: largestMessage,
      connectTimeout: greetingTimeoutMs,
      parser: limitedParser,
      allowRequest: (request, done) => done(null, gate.admits(request)),
    })
    this.#io.engine.on('connection', (connection: Parameters<Gate['entered']>[0]) => gate.entered(connection))
    // The session may have ended since the gate let its console in.
    this.#io.use((socket, next) => next(this.#whoIs(socket) === null ? new Error('signed-out') : undefined))
    this.#io.on('connection', (socket) => this.#greet(socket))
    parts.followers.follow({ name: 'consoles', from: 'present', handle: (entries) => this.#tell(entries) })
    health.onChange(() => this.#tellAll(this.#storing()))
    parts.followers.onTrouble(() => this.#tellAll(this.#troubles()))
  }

  #tell(entries: readonly Entry[]): void {
    this.#fanOut.push(entries)
    for (const subject of erasedIn(entries)) this.#forget(subject)
    if (entries.some(({ event }) => event.type.startsWith('access.'))) this.#dropSignedOut()
  }

  #forget(subject: SubjectId): void {
    this.#snapshots.clear()
    this.#fanOut.forget(subject)
  }

  /** Who is here: joined to the other nodes' by whoever composes the app. */
  get presence(): PresenceBoard {
    return this.#presence
  }

  async close(): Promise<void> {
    await this.#io.close()
  }

  #greet(socket: Socket): void {
    const signedIn = this.#whoIs(socket)
    if (signedIn === null) return void socket.disconnect(true)
    const { session } = signedIn
    const live = (session: string) => this.#live(session)
    const stopCounting = atSessionEnd({ ...this.#parts, live }, session, () => {
      socket.emit('signed-out')
      socket.disconnect(true)
    })
    this.#sockets.set(session, (this.#sockets.get(session) ?? new Set()).add(socket))
    this.#parts.metrics.consoles.inc()
    acknowledgeDirectly(socket)
    const { on, answer } = listen(socket, this.#parts.logger)
    answer('hello', (input): Promise<Welcome> => this.#hello(socket, session, input))
    answer('held', (input): Promise<Held> => this.#history.held(input))
    // Of whoever was greeted under their own name: a tab that has become somebody else's asks nothing in their place.
    const isGreeted = () => this.#viewpoints.has(socket)
    answer('retry', (follower): Asked => isGreeted() && this.#retry(session, follower))
    answer('release', (follower): Asked => isGreeted() && this.#release(session, follower))
    on('submit', async (input, tell) => {
      if (!isAnswer<Outcome>(tell)) return
      const onSignedOut = () => socket.emit('signed-out')
      await this.#submissions.take({ input, live: () => live(session), onSignedOut, answer: tell })
    })
    on('doing', (input) => {
      const doing = Doing.safeParse(input)
      if (doing.success) this.#presence.does(socket.id, doing.data)
    })
    on('disconnect', () => {
      stopCounting()
      this.#goodbye(socket, session)
    })
  }

  #goodbye(socket: Socket, session: string): void {
    const sockets = this.#sockets.get(session)
    sockets?.delete(socket)
    if (sockets?.size === 0) this.#sockets.delete(session)
    this.#fanOut.leave(socket)
    this.#presence.leave(socket.id)
    this.#parts.metrics.consoles.dec()
  }

  async #hello(socket: Socket, session: string, input: unknown): Promise<Welcome> {
    // Before anything else is read: another build says hello in its own way.
    const spoken = ProtocolSchema.safeParse(input)
    if (spoken.success && spoken.data.protocol !== protocol) return { status: 'reload', protocol }
    const hello = HelloSchema.safeParse(input)
    if (!hello.success) return { status: 'refused', field: fieldOf(hello.error) }
    const { crisis, last, recorded } = hello.data
    const asked = {}
    this.#hellos.set(socket, asked)
    const isSameHistory = await this.#history.holds([last, recorded])
    const signedIn = this.#live(session)
    if (signedIn === null) return { status: 'refused', field: 'session' }
    const { person, name, roles } = signedIn
    if (isSomeoneElse(hello.data, signedIn)) return { status: 'other-person', name }
    // Also in another history, where it was followed or is said to have been: the hello without it hears of that.
    const { crises } = this.#parts.dispatcher.state
    if (isMadeUp(crises, crisis)) return { status: 'refused', field: 'crisis' }
    // Where another hello has come meanwhile, this console follows what that one says.
    const isLast = this.#isLastHello(socket, asked)
    if (isLast) this.#admit(socket, { signedIn, crisis, seq: isSameHistory ? seqOf(last) : null })
    const you = { person, name, roles, session }
    const authorKey = this.#parts.authorKeyOf(person)
    return { status: 'ready', now: this.#parts.clock.now(), you, authorKey, isSameHistory }
  }

  #isLastHello(socket: Socket, asked: object): boolean {
    return socket.connected && this.#hellos.get(socket) === asked
  }

  /** `seq`: the last entry that it holds of this history; null sends everything. */
  #admit(socket: Socket, { signedIn, crisis, seq }: Admitted): void {
    const { person, name, roles } = signedIn
    const followed = crisis === null ? undefined : this.#parts.dispatcher.state.crises[crisis]
    const viewpoint = { audience: audienceOf(roles, followed?.activation), crisis }
    this.#rolesAtHello.set(socket, roles)
    this.#viewpoints.set(socket, viewpoint)
    this.#presence.arrive({ connection: socket.id, person, name, roles, crisis })
    this.#newcomers.add(socket)
    send(socket, this.#storing())
    send(socket, this.#troubles())
    if (seq === null || !this.#fanOut.join(socket, viewpoint, seq)) {
      void this.#sendSnapshot(socket, viewpoint)
    }
  }

  /** The console joins the others once it has applied its snapshot; what came meanwhile is in the fan-out's memory. */
  async #sendSnapshot(socket: Socket, viewpoint: Viewpoint): Promise<void> {
    this.#fanOut.leave(socket)
    try {
      const frame = await this.#snapshots.take(viewpoint)
      await socket.timeout(snapshotTimeoutMs).emitWithAck('snapshot', frame)
      if (this.#viewpoints.get(socket) !== viewpoint) return
      if (socket.connected && !this.#fanOut.join(socket, viewpoint, frame.seq)) socket.disconnect(true)
    } catch {
      socket.disconnect(true)
    }
  }

  /** A revoked session loses its consoles at once; changed roles make them come back with the new ones. */
  #dropSignedOut(): void {
    for (const [session, sockets] of this.#sockets) {
      const signedIn = this.#live(session)
      for (const socket of sockets) {
        if (signedIn === null) socket.emit('signed-out')
        const roles = this.#rolesAtHello.get(socket) ?? signedIn?.roles
        if (signedIn === null || signedIn.roles !== roles) socket.disconnect(true)
      }
    }
  }

  #tellPresence(changes: readonly PresenceChange[]): void {
    const newcomers = this.#newcomers
    this.#newcomers = new Set()
    const all = newcomers.size === 0 ? null : prepare('presence', { all: this.#presence.list() })
    const changed = prepare('presence', { changes })
    for (const sockets of this.#sockets.values()) {
      for (const socket of sockets) send(socket, all !== null && newcomers.has(socket) ? all : changed)
    }
  }

  #retry(session: string, follower: unknown): Asked {
    const { roles = [] } = this.#live(session) ?? {}
    const asked = mayAsk(roles, 'anotherAttempt') ? this.#troubleOf(follower) : null
    if (asked !== null) this.#parts.followers.retry(asked.follower)
    return asked !== null
  }

  #release(session: string, follower: unknown): Asked {
    const signedIn = this.#live(session)
    if (!mayAsk(signedIn?.roles ?? [], 'pageReleased')) return false
    const asked = this.#troubleOf(follower)
    if (asked?.is !== 'held' || !this.#parts.followers.release(asked.follower)) return false
    this.#parts.logger.info({ follower, person: signedIn?.person }, 'a follower is released')
    return true
  }

  #troubleOf(follower: unknown): Trouble | null {
    return this.#parts.followers.troubles().find((trouble) => trouble.follower === follower) ?? null
  }

  #tellAll(message: Prepared): void {
    for (const sockets of this.#sockets.values()) for (const socket of sockets) send(socket, message)
  }

  #troubles(): Prepared {
    return prepare('troubles', { troubles: this.#parts.followers.troubles() } satisfies Troubles)
  }

  #storing(): Prepared {
    const { isStoring } = this.#parts.health
    return prepare('storing', { isStoring } satisfies Storing)
  }

  #live(session: string): SignedIn | null {
    const { dispatcher, clock } = this.#parts
    const signedIn = whoHolds(dispatcher.state, session, clock.now())
    return signedIn?.mustChangePassword === true ? null : signedIn
  }

  #whoIs(socket: Socket): SignedIn | null {
    return this.#holderOf(socket.request)
  }

  #holderOf(request: IncomingMessage): SignedIn | null {
    const { dispatcher, clock } = this.#parts
    const signedIn = whoIs(dispatcher.state, readToken(request, this.#isSecure(request)), clock.now())
    return signedIn?.mustChangePassword === true ? null : signedIn
  }
}

function seqOf(position: Hello['last']): number | null {
  return position?.seq ?? null
}

function fieldOf({ issues }: ZodError): string {
  return issues[0]?.path.join('.') ?? ''
}

/** What is made for a console is kept by what it follows: nobody may follow what they make up. */
function isMadeUp(crises: State['crises'], crisis: CrisisId | null): boolean {
  return crisis !== null && !Object.hasOwn(crises, crisis)
}

/** Another person has signed in since in this browser. */
function isSomeoneElse({ person }: Hello, signedIn: SignedIn): boolean {
  return person !== null && person !== signedIn.person
}
