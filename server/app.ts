import { join } from 'node:path'
import { createServer } from 'node:http'
import express, { type Express, type RequestHandler } from 'express'
import { silentInstallation, type Installation, type Lack } from '#shared/publicsite/installation.ts'
import { endSessions } from '#server/access/end-sessions.ts'
import { accessRoutes } from '#server/access/routes.ts'
import type { SignInLimits } from '#server/access/limits.ts'
import { SetUpLink } from '#server/access/set-up.ts'
import { communesRoutes } from '#server/communes/routes.ts'
import { HeldClock } from '#server/clock/held-clock.ts'
import { keepTime, machineTimepieces } from '#server/clock/keep-time.ts'
import type { SecondClock } from '#server/clock/keeper.ts'
import type { Config } from '#server/config.ts'
import { openCore, type Core } from '#server/core.ts'
import { addressesOf } from '#server/http/addresses.ts'
import { createActorOf, signedIn } from '#server/http/actor.ts'
import { ApiError } from '#server/http/api-error.ts'
import { createIsSecure, errorHandler, sameOrigin } from '#server/http/edge.ts'
import { listen, type Place } from '#server/http/listen.ts'
import { consoleFiles, securityHeaders } from '#server/http/pages.ts'
import { answerProbe } from '#server/http/probes.ts'
import { toOriginForm } from '#server/http/request-target.ts'
import { openWatch, type Status } from '#server/http/watch.ts'
import { installationOf } from '#server/installation.ts'
import { lastBackup } from '#server/journal/last-backup.ts'
import type { Journal } from '#server/journal/port.ts'
import { journalRoutes } from '#server/journal/routes.ts'
import { type Clock, systemTimers, type Timers } from '#server/lib/clock.ts'
import type { Logger } from '#server/lib/logger.ts'
import { createMetrics, type Metrics } from '#server/metrics.ts'
import { joinNodes } from '#server/nodes.ts'
import { identityFrom } from '#server/publicsite/identity.ts'
import { publication } from '#server/publicsite/publisher.ts'
import { exercisePage } from '#server/publicsite/routes.ts'
import { createPublicSite, type PublicSite } from '#server/publicsite/site.ts'
import { registerParts } from '#server/register/follow.ts'
import { registerRoutes } from '#server/register/routes.ts'
import { rosterRoutes } from '#server/roster/routes.ts'
import { Sync } from '#server/sync/socket.ts'

export type App = Readonly<{
  /** The address people reach it under; no trailing slash. */
  url: string
  /** Where it listens: the same, unless a public address is configured. */
  localUrl: string
  /** The first administrator's one-time link; null once an account exists. */
  setUpUrl: string | null
  /** Where what is measured is told; null where it is not. */
  watchUrl: string | null
  /** What keeps a real text from going out. */
  lacks: readonly Lack[]
  /** Takes no more commands, finishes those in flight, closes. */
  close: () => Promise<void>
}>

type Parts = Readonly<{
  config: Config
  journal: Journal
  logger: Logger
  /** By default the machine's, held where it jumps; any other is believed whatever it says. */
  clock?: Clock
  timers?: Timers
  /** The built console; null serves none (tests, headless). */
  consoleFolder: string | null
}>

/**
 * Anybody may send a body to sign in: a password, a name, a link. What is larger comes over the socket or as bytes, from
 * people who are signed in. So small a text is parsed at once however it is nested.
 */
const largestBody = '16kb'

/** Whoever sends a byte now and then holds a connection: headers within ten seconds, the largest import within two minutes. */
const patience = { headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval: 5_000 }

/** Composition root: builds everything and listens. The journal is the caller's to open and is closed with the app. */
export async function createApp({
  config,
  journal,
  logger,
  clock = new HeldClock(machineTimepieces),
  timers = systemTimers,
  consoleFolder,
}: Parts): Promise<App> {
  // Its address is known once the server listens: until then nobody can ask for anything to go out.
  let installation: Installation = silentInstallation
  const core = await openCore({
    config,
    journal,
    clock,
    logger,
    installation: () => installation,
    timers,
  })
  const { dispatcher, followers, health } = core
  const metrics = measure(core, config)
  const site = await createPublicSite(join(config.DATA_DIR, 'public'), { clock, cell: dispatcher })
  const setUp = new SetUpLink(() => dispatcher.state)
  const http = createServer(patience)
  const sync = new Sync({ ...core, config, http, clock, timers, logger, metrics })
  const nodes = await joinNodes({ config, board: sync.presence, logger })
  let isClosing = false
  const isReady = async () => !isClosing && (await health.isReady())
  const lacks = () => installation.lacks
  const served = { config, core, site, setUp, limits: nodes.limits, metrics, clock, logger, lacks }
  const stopKeepingTime = await lookAfterTime(served, nodes.sharedTime)
  const app = createExpress(served, consoleFolder)
  http.prependListener('request', toOriginForm)
  http.on('request', (request, response) => {
    // Ahead of everything: thousands may come for the page while the cell works.
    if (!site.handle(request, response) && !answerProbe(request, response, isReady)) app(request, response)
  })
  const status = async () => statusOf(core, { isReady: await isReady(), isClosing })
  const watch = await openWatch({ address: config.METRICS_LISTEN, metrics, status })
  const addresses = addressesOf(config, await listen(http, placeOf(config)))
  installation = installationOf(config, addresses)
  const speaker = { ...installation, stateBrand: config.STATE_BRAND }
  followers.follow(publication({ site, installation: speaker, identity: identityFrom(journal), clock }))
  return {
    url: addresses.url,
    localUrl: addresses.localUrl,
    setUpUrl: setUp.url(addresses.url),
    lacks: installation.lacks,
    watchUrl: watch.url,
    close: async () => {
      isClosing = true
      watch.close()
      stopKeepingTime()
      // Who waits for an acknowledgement gets it before the line is cut.
      await dispatcher.stop()
      await nodes.close()
      await sync.close()
      http.closeAllConnections()
      await core.close()
    },
  }
}

/** The server's time, and what ends with it. Gives the way to end that. */
function lookAfterTime({ core, site, clock, metrics, logger }: Served, elsewhere: SecondClock | null) {
  const { dispatcher, journal, followers } = core
  const isRestored = site.hold.since() !== null
  const onSessionsHeld = () => followers.follow(endSessions(dispatcher, clock))
  return keepTime({ clock, dispatcher, journal, elsewhere, isRestored, metrics, logger, onSessionsHeld })
}

function measure({ dispatcher, health, followers }: Core, { DATA_DIR }: Config): Metrics {
  return createMetrics({
    head: () => dispatcher.state.seq,
    isStoring: () => health.isStoring,
    followers: () => followers.standings(),
    lastBackup: () => lastBackup(DATA_DIR),
  })
}

function statusOf({ health, followers }: Core, now: Pick<Status, 'isReady' | 'isClosing'>): Status {
  return { ...now, isStoring: health.isStoring, troubles: followers.troubles() }
}

function placeOf({ BIND_HOST: host, PORT: port }: Config): Place {
  return { host, port, named: { host: 'BIND_HOST', port: 'PORT' } }
}

type Served = Readonly<{
  config: Config
  core: Core
  site: PublicSite
  setUp: SetUpLink
  limits: SignInLimits
  metrics: Metrics
  clock: Clock
  logger: Logger
  lacks: () => readonly Lack[]
}>

/** All that is asked over HTTP, but for the public page. */
function createExpress(served: Served, consoleFolder: string | null): Express {
  const { config, site, setUp, limits, metrics, clock, logger, lacks } = served
  const { dispatcher, register, devices } = served.core
  const isSecure = createIsSecure(config.PUBLIC_BASE_URL)
  const app = express()
  configure(app, config)
  app.use('/api', unkept, sameOrigin(config.PUBLIC_BASE_URL), express.json({ limit: largestBody }))
  app.get('/api/installation', tellInstallation(config, { setUp, lacks }))
  const actorOf = createActorOf({ dispatcher, clock, isSecure })
  app.use('/api/access', accessRoutes({ dispatcher, clock, limits, devices, setUp, actorOf, isSecure }))
  app.use('/api/roster', rosterRoutes({ dispatcher, actorOf, departments: config.DEPARTMENTS }))
  app.use('/api/communes', signedIn(actorOf), communesRoutes())
  app.use('/api/journal', journalRoutes({ journal: served.core.journal, actorOf }))
  app.use('/api/register', registerRoutes(registerParts({ register, dispatcher, actorOf, metrics })))
  app.use('/api', (_request, _response, next) => next(new ApiError(404, 'request.unknown')))
  app.use(exercisePage({ site, actorOf }))
  if (consoleFolder !== null) app.use(...consoleFiles(consoleFolder))
  app.use(errorHandler(logger))
  return app
}

function configure(app: Express, config: Config): void {
  app.disable('x-powered-by')
  app.set('trust proxy', config.TRUST_PROXY)
  app.use(securityHeaders(config.PUBLIC_BASE_URL?.startsWith('https:') === true))
}

/** What is answered to a person stays out of their browser's files. */
const unkept: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}

/** What a console may know before anyone has signed in. */
function tellInstallation(
  config: Config,
  { setUp, lacks }: Readonly<{ setUp: SetUpLink; lacks: () => readonly Lack[] }>,
): RequestHandler {
  const { INSTALLATION_NAME: name, STATE_BRAND: stateBrand, DEPARTMENTS: departments } = config
  return (_request, response) => {
    response.json({ name, stateBrand, departments, isSetUp: !setUp.isOpen(), lacks: lacks() })
  }
}
