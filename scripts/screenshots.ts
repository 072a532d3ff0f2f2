/** `npm run screenshots`: every screen, empty, busy and failing, at two sizes, light and dark, on the demonstration. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureAccounts, type Account } from './demo/accounts.ts'
import { playExercise } from './demo/exercise.ts'
import { latestOpenExercise } from './demo/find-exercise.ts'
import { installationName } from './demo/place.ts'
import { startServer, type DemoServer } from './demo/server.ts'
import { HeadlessConsole } from './headless/headless-console.ts'
import { signIn, type Session } from './headless/session.ts'
import { Photographer } from './screenshots/photographer.ts'
import { looks, screens, type Look, type Screen } from './screenshots/screens.ts'

const help = `npm run screenshots [-- --screen NAME]

Photographie chaque écran (vide, en pleine activité, en panne), à 1440×900 et 390×844, clair et sombre, dans ./screenshots.
Photographs every screen (empty, busy, failing), at 1440×900 and 390×844, light and dark, into ./screenshots.

  --screen NAME   ${screens.map(({ name }) => name).join(', ')}
  --help          ceci / this

Chromium : /usr/bin/chromium, ou/or CHROMIUM.
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

async function main(only: string | undefined): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cip-screenshots-'))
  const running = await start(dataDir)
  try {
    const chosen = screens.filter(({ name }) => only === undefined || name === only)
    await photograph(running, dataDir, chosen)
  } finally {
    await stop(running)
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function photograph(running: Running, dataDir: string, chosen: readonly Screen[]): Promise<void> {
  const { url } = running.server
  const accounts = await ensureAccounts(dataDir, running.server)
  const sessions = await openSessions(url, accounts)
  await using photographer = await Photographer.start(folder, { url, sessions })
  for (const screen of chosen) await photographer.take({ screen, state: 'vide' })
  const ending = new AbortController()
  const playing = playExercise(url, accounts, ending.signal)
  await untilBusy(url, accounts)
  for (const screen of chosen) await photographer.take({ screen, state: 'actif' })
  ending.abort()
  await playing
  await photographRefusal(photographer, chosen)
  for (const look of looks) await photographAlone(photographer, running, { chosen, look })
  console.log(`${photographer.taken} images dans / pictures in ./${folder}`)
}

async function photographRefusal(photographer: Photographer, chosen: readonly Screen[]): Promise<void> {
  const screen = chosen.find(({ name }) => name === 'connexion')
  if (screen === undefined) return
  await photographer.take({ screen, state: 'refus' }, async (page) => {
    await page.locator('input').first().fill('standard')
    await page.locator('input[type="password"]').fill('pas le bon mot de passe')
    await page.keyboard.press('Enter')
    const told = page.locator('[role="alert"], .fr-alert, .fr-error-text').first()
    await told.waitFor({ timeout: patienceMs }).catch(() => {})
  })
}

/** Screens that are open when the server goes: what a room sees the moment it is alone. */
async function photographAlone(
  photographer: Photographer,
  running: Running,
  { chosen, look }: Readonly<{ chosen: readonly Screen[]; look: Look }>,
): Promise<void> {
  const open = []
  for (const screen of chosen.filter(({ isDesk }) => isDesk)) {
    open.push({ screen, page: await photographer.open(screen, look) })
  }
  await stop(running)
  for (const { screen, page } of open) {
    const told = page.getByText(/hors ligne|sans liaison|déconnect|reconnexion/i).first()
    await told.waitFor({ timeout: patienceMs }).catch(() => {})
    await photographer.shoot(page, { screen, state: 'sans-serveur' }, look)
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

/** The line is open, a message is out, members sit: what a newcomer sees within the minute. */
async function untilBusy(url: string, accounts: readonly Account[]): Promise<void> {
  const lead = accounts.find(({ login }) => login === 'chef-salle')
  if (lead === undefined) throw new Error('the cast has no room lead')
  await using console = await HeadlessConsole.signIn({ url, ...lead })
  await console.until(() => latestOpenExercise(console.state) !== null, 60_000)
  await console.follow(latestOpenExercise(console.state))
  await console.until(() => {
    const { messages, callin } = console.crisis
    const isOut = Object.values(messages).some(({ versions }) => versions.length > 0)
    const seated = Object.values(callin.members).filter(({ stand }) => stand.is === 'atPost').length
    return isOut && seated >= 4
  }, 180_000)
}

const { values } = parseArgs({ options: { screen: { type: 'string' }, help: { type: 'boolean' } } })
if (values.help === true) console.log(help)
else {
  await main(values.screen)
  process.exit(0)
}
