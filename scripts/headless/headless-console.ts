import { v7 } from 'uuid'
import { Connection, type ConnectionView, type LineState } from '#client/sync/connection.ts'
import { Outbox, type OutboxItem, type Sent } from '#client/sync/outbox.ts'
import { RecordedCommands, type RecordedItem } from '#client/sync/recorded.ts'
import type { Command, Envelope } from '#shared/command.ts'
import { isCrisisCommand } from '#shared/command-scope.ts'
import type { FollowerName } from '#shared/followers/followers.ts'
import type { CommandId, CrisisId } from '#shared/lib/id.ts'
import type { Crisis, State } from '#shared/state.ts'
import { emptyReplica } from '#shared/sync/replica.ts'
import type { Outcome, You } from '#shared/sync/wire.ts'
import { createMemoryOutbox } from './memory-outbox.ts'
import { isSignedIn, signIn, type Session } from './session.ts'

/*
 * A console without a screen: the browser's own connection, replica and outbox, driven by a program. It reconnects,
 * resumes and sends again by itself. The demo, the fault tests and the benchmarks are made of these, and an integrator
 * may start here (docs/protocol.md).
 */

type SignIn = Readonly<{ url: string; login: string; password: string; crisis?: CrisisId | null }>

type Line = Readonly<{
  crisis?: CrisisId | null
  /** How soon to try again when the server is away: milliseconds, growing up to ten times as much. */
  retryMs?: number
}>

const patience = 15_000

export class HeadlessConsole implements AsyncDisposable {
  readonly #connection: Connection
  readonly #outbox: Outbox
  readonly #recorded: RecordedCommands
  readonly #listeners = new Set<() => void>()

  private constructor(session: Session, { crisis = null, retryMs = 300 }: Line) {
    this.#recorded = new RecordedCommands({
      store: { load: () => [], save: () => undefined },
      onChange: () => this.#tell(),
    })
    this.#connection = new Connection({
      url: session.url,
      replica: emptyReplica(crisis),
      you: null,
      isSignedIn: () => isSignedIn(session),
      socket: {
        extraHeaders: { cookie: session.cookie },
        forceNew: true,
        reconnectionDelay: retryMs,
        reconnectionDelayMax: 10 * retryMs,
      },
      onChange: () => this.#tell(),
      onLive: () => this.#flush(),
      lastRecorded: () => this.#recorded.last,
      onOtherHistory: () => void this.#recorded.reconcile((ids) => this.#connection.missingOf(ids)),
      onErased: (subjects) => {
        this.#recorded.forgetSubjects(subjects)
        void this.#outbox.forgetSubjects(subjects)
      },
    })
    this.#outbox = new Outbox({
      store: createMemoryOutbox(),
      send: (envelope, timeoutMs) => this.#connection.submit(envelope, timeoutMs) as Promise<Outcome>,
      isLive: () => this.view.line === 'live',
      onChange: () => this.#tell(),
      onRecorded: (item, outcome) => this.#recorded.keep(item, outcome),
    })
  }

  /** Signs in over HTTP, connects and resolves once live and loaded. Throws `RequestRefused`. */
  static async signIn({ url, login, password, crisis = null }: SignIn): Promise<HeadlessConsole> {
    return HeadlessConsole.connect(await signIn(url, login, password), { crisis })
  }

  /** As `signIn`, with a session already open: several consoles may share one. */
  static async connect(session: Session, line: Line = {}): Promise<HeadlessConsole> {
    const console = new HeadlessConsole(session, line)
    console.#connection.open()
    await console.until(() => console.isLoaded)
    return console
  }

  get view(): ConnectionView {
    return this.#connection.view
  }

  get line(): LineState {
    return this.view.line
  }

  get you(): You {
    const { you } = this.view
    if (you === null) throw new Error('the server has not said who this console is')
    return you
  }

  get state(): State {
    return this.view.replica.state
  }

  /** The crisis followed; throws when none is, or not yet known. */
  get crisis(): Crisis {
    const { crisis, state } = this.view.replica
    const followed = crisis === null ? undefined : state.crises[crisis]
    if (followed === undefined) throw new Error('this console follows no crisis')
    return followed
  }

  get isLoaded(): boolean {
    return this.line === 'live' && this.view.replica.isLoaded
  }

  /** What is not yet confirmed, or refused after nobody waited any more. */
  get outbox(): readonly OutboxItem[] {
    return this.#outbox.items
  }

  /** What was recorded and is gone: the server was restored from a backup made before. */
  get gone(): readonly RecordedItem[] {
    return this.#recorded.items.filter(({ isGone }) => isGone)
  }

  /** Sends it again under its own id, which the restored server does not know. */
  recordAgain({ envelope }: RecordedItem): Promise<Sent> {
    this.#recorded.forget(envelope.id)
    return this.#outbox.submit(envelope, this.you.person, Date.now() + this.view.clockOffset)
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async follow(crisis: CrisisId | null): Promise<void> {
    this.#connection.follow(crisis)
    await this.until(() => this.isLoaded)
  }

  /** Which desk is open and what is in hand, for the others to see. */
  doing(desk: string, handling: readonly string[] = []): void {
    this.#connection.doing(desk, handling)
  }

  /** For an administrator: has what the server could not derive tried at once. */
  retry(follower: FollowerName): Promise<boolean> {
    return this.#connection.retry(follower)
  }

  release(follower: FollowerName): Promise<boolean> {
    return this.#connection.release(follower)
  }

  /**
   * Crisis commands go to the followed crisis. `pending`: kept, and sent again until it has an outcome. The `id` may be
   * given by who must know it beforehand (a sheet bears its command's id).
   */
  submit(command: Command, id: CommandId = newCommandId()): Promise<Sent> {
    const crisis = isCrisisCommand(command) ? this.view.replica.crisis : null
    const madeAt = Date.now() + this.view.clockOffset
    return this.#outbox.submit({ id, crisis, command } as Envelope, this.you.person, madeAt)
  }

  /** Resolves as soon as `predicate` holds, checked at each change; rejects after `timeoutMs`. */
  async until(predicate: () => boolean, timeoutMs: number = patience): Promise<void> {
    if (predicate()) return
    await new Promise<void>((resolve, reject) => {
      const end = () => {
        clearTimeout(timer)
        stop()
      }
      const timer = setTimeout(() => {
        end()
        reject(new Error(`not so within ${timeoutMs} ms (line: ${this.line}, seq: ${this.state.seq})`))
      }, timeoutMs)
      const stop = this.onChange(() => {
        if (!predicate()) return
        end()
        resolve()
      })
    })
  }

  /** Breaks the line, as a network does; `open` comes back and resumes. */
  cut(): void {
    this.#connection.close()
  }

  open(): void {
    this.#connection.open()
  }

  close(): void {
    this.#listeners.clear()
    this.#connection.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.close()
    return Promise.resolve()
  }

  #flush(): void {
    void this.#outbox.flush(this.you.person)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

export function newCommandId(): CommandId {
  return v7() as CommandId
}
