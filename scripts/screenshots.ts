/** `npm run screenshots`: every screen, empty, busy, refused, failing, closed, in each look, on the demonstration. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureAccounts, type Account } from './demo/accounts.ts'
import { playExercise } from './demo/exercise.ts'
import { installationName } from './demo/place.ts'
import { startServer, type DemoServer } from './demo/server.ts'
import { signIn, type Session } from './headless/session.ts'
import {
  afterClosure,
  afterErasure,
  alone,
  asTheyAre,
  atWork,
  beforeApproval,
  beforePublication,
  inEmergency,
  type Occasion,
} from './screenshots/occasions.ts'
import { Photographer } from './screenshots/photographer.ts'
import { Room } from './screenshots/room.ts'
import { furtherLooks, looks, screens, type Look, type Screen } from './screenshots/screens.ts'

const everyLook = [...looks, ...furtherLooks]

const help = `npm run screenshots [-- --screen NAME --look NAME…]

Photographie chaque écran (vide, en pleine activité, refusé, en panne, clos) dans chaque présentation, dans ./screenshots.
Photographs every screen (empty, busy, refused, failing, closed) in each look, into ./screenshots.

  --screen NAME   ${screens.map(({ name }) => name).join(', ')}
  --look NAME     ${everyLook.map(({ name }) => name).join(', ')}
  --help          ceci / this

Chromium : /usr/bin/chromium-headless-shell, ou/or CHROMIUM.
`

const folder = 'screenshots'
/** For a word to appear on the screen; the picture then shows what is there. */
const patienceMs = 5_000

type Running = { server: DemoServer; readonly restart: () => Promise<void> }

/** The same folder and port again: what is open reconnects. */
async function start(dataDir: string): Promise<Running> {
  const environment = {
    LOG_LEVEL: 'error',
    ...process.env,
    DATA_DIR: dataDir,
    INSTALLATION_NAME: installationName,
  }
  const from = async (port: string) => {
    const server = await startServer({ ...environment, PORT: port })
    if (server === null) throw new Error('the server did not start')
    return server
  }
  const running: Running = {
    server: await from('0'),
    restart: async () => {
      running.server = await from(new URL(running.server.url).port)
    },
  }
  return running
}

async function stop({ server }: Running): Promise<void> {
  server.stop()
  await server.ended
}

/** What is asked for, by name; all of it otherwise. */
type Only = Readonly<{ screen?: string | undefined; look?: readonly string[] | undefined }>

async function main(only: Only): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cip-screenshots-'))
  const running = await start(dataDir)
  try {
    await photograph(running, dataDir, only)
  } finally {
    await stop(running)
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function photograph(running: Running, dataDir: string, only: Only): Promise<void> {
  const { url } = running.server
  const accounts = await ensureAccounts(dataDir, running.server)
  const sessions = await openSessions(url, accounts)
  await using photographer = await Photographer.start(folder, { url, sessions })
  const isChosen = ({ name }: Screen) => only.screen === undefined || name === only.screen
  const isLooked = ({ name }: Look) => only.look === undefined || only.look.includes(name)
  const chosen = screens.filter(isChosen)
  const takeAll = (occasions: readonly Occasion[], inLooks = looks) =>
    photographer.takeAll(
      occasions.filter(({ screen }) => isChosen(screen)),
      inLooks.filter(isLooked),
    )

  await takeAll(asTheyAre('vide', chosen))
  const ending = new AbortController()
  const playing = playExercise(url, accounts, ending.signal)
  const room = await Room.enter(url, accounts)
  await room.untilBusy()
  await takeAll(asTheyAre('actif', chosen), everyLook)
  ending.abort()
  await playing
  await room.endUrgents()
  await room.submitText()
  await takeAll(beforeApproval)
  await room.approveText()
  await takeAll(beforePublication)
  await takeAll(atWork)
  await room.raiseUrgent()
  await takeAll(inEmergency)
  await room.endUrgents()
  await room.erase()
  await takeAll(afterErasure)
  const deeds = [
    ...asTheyAre(
      'sans-serveur',
      chosen.filter(({ isDesk }) => isDesk),
    ),
    ...alone,
  ].filter(({ screen }) => isChosen(screen))
  for (const look of looks.filter(isLooked)) await photographAlone(photographer, running, { deeds, look })
  await room.closeCrisis()
  await takeAll(afterClosure)
  room.leave()
  console.log(`${photographer.taken} images dans / pictures in ./${folder}`)
}

/** Screens that are open when the server goes: what a room sees the moment it is alone, and goes on to do. */
async function photographAlone(
  photographer: Photographer,
  running: Running,
  { deeds, look }: Readonly<{ deeds: readonly Occasion[]; look: Look }>,
): Promise<void> {
  const open = []
  for (const deed of deeds) open.push({ deed, page: await photographer.open(deed.screen, look) })
  await stop(running)
  for (const { deed, page } of open) {
    await page
      .getByText('Hors ligne')
      .waitFor({ timeout: patienceMs })
      .catch(() => {})
    await photographer.shoot(page, deed, look)
    await page.close()
  }
  await running.restart()
}

async function openSessions(
  url: string,
  accounts: readonly Account[],
): Promise<ReadonlyMap<string, Session>> {
  const wanted = new Set(screens.flatMap(({ login }) => login ?? []))
  const sessions = new Map<string, Session>()
  for (const { login, password } of accounts) {
    if (wanted.has(login)) sessions.set(login, await signIn(url, login, password))
  }
  return sessions
}

const { values } = parseArgs({
  options: {
    screen: { type: 'string' },
    look: { type: 'string', multiple: true },
    help: { type: 'boolean' },
  },
})
if (values.help === true) console.log(help)
else {
  await main(values)
  process.exit(0)
}
