import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '#shared/access/roles.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import { createApp, type App } from '#server/app.ts'
import { type Config, readConfig } from '#server/config.ts'
import { MemoryJournal } from '#server/journal/memory.ts'
import { openJournal } from '#server/journal/open.ts'
import type { Journal } from '#server/journal/port.ts'
import { type Clock, systemTimers, type Timers } from '#server/lib/clock.ts'
import { createLogger, type Logger } from '#server/lib/logger.ts'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { createAccounts, sessionOf } from './accounts.ts'

type Options = Readonly<{
  /** `memory` keeps nothing; `sqlite` keeps everything under the folder; an open journal is used as it is. */
  journal?: 'memory' | 'sqlite' | Journal
  /** Kept between two apps of one test; by default a new one that goes with the app. */
  dataDir?: string
  /** Settings beside the port and the folder, as in the environment. */
  environment?: Readonly<Record<string, string>>
  /** By default the product's own. */
  clock?: Clock
  timers?: Timers
  /** Told each line of the log; by default nothing is logged. */
  log?: (line: string) => void
  /** The built console; by default none. */
  consoleFolder?: string
}>

/** Without a name nothing real goes out. */
export const named = { INSTALLATION_NAME: 'Préfecture d’essai' }

/** The real server in this process, on a free port, with an account for each role (accounts.ts). */
export class TestApp implements AsyncDisposable {
  readonly url: string
  readonly localUrl: string
  readonly watchUrl: string | null
  readonly journal: Journal
  readonly #app: App
  readonly #folder: string | null
  readonly #consoles: HeadlessConsole[] = []

  private constructor(app: App, journal: Journal, folder: string | null) {
    this.url = app.url
    this.localUrl = app.localUrl
    this.watchUrl = app.watchUrl
    this.#app = app
    this.journal = journal
    this.#folder = folder
  }

  static async start(options: Options = {}): Promise<TestApp> {
    const {
      journal: kind = 'memory',
      dataDir,
      environment = {},
      consoleFolder = null,
      log = null,
      clock,
      timers = systemTimers,
    } = options
    const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'cip-')))
    const config = readConfig({ ...named, PORT: '0', METRICS_LISTEN: '0', DATA_DIR: folder, ...environment })
    const journal = await openAs(kind, config)
    await createAccounts(journal)
    const app = await createApp({
      config,
      journal,
      logger: loggerTo(log, config),
      timers,
      consoleFolder,
      ...(clock === undefined ? {} : { clock }),
    })
    return new TestApp(app, journal, dataDir === undefined ? folder : null)
  }

  /** A console of this role, live and loaded; closed with the app. */
  async console(role: Role, crisis: CrisisId | null = null): Promise<HeadlessConsole> {
    const console = await HeadlessConsole.connect(sessionOf(this.localUrl, role), { crisis })
    this.#consoles.push(console)
    return console
  }

  /** As a restart does: consoles made elsewhere lose their line and find it again at the next app on this port. */
  async stop(): Promise<void> {
    for (const console of this.#consoles) console.close()
    await this.#app.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
    if (this.#folder === null) return
    // A page of the public site may still be on its way to the disk.
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
}

function loggerTo(log: Options['log'] | null, { LOG_LEVEL }: Config): Logger {
  return log === null || log === undefined ? createLogger('silent') : createLogger(LOG_LEVEL, { write: log })
}

function openAs(
  kind: 'memory' | 'sqlite' | Journal,
  config: ReturnType<typeof readConfig>,
): Promise<Journal> | Journal {
  if (kind === 'memory') return new MemoryJournal()
  return kind === 'sqlite' ? openJournal(config, () => {}) : kind
}
