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
import { looks, screens, type Screen } from './screenshots/screens.ts'

const help = `npm run screenshots [-- --screen NAME]

Photographie chaque écran (vide, en pleine activité, en panne), à 1440×900 et 390×844, clair et sombre, dans ./screenshots.
Photographs every screen (empty, busy, failing), at 1440×900 and 390×844, light and dark, into ./screenshots.

  --screen NAME   ${screens.map(({ name }) => name).join(', ')}
  --help          ceci / this

Chromium : /usr/bin/chromium, ou/or CHROMIUM.
`

const folder = 'screenshots'

async function main(only: string | undefined): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cip-screenshots-'))
  const environment = { ...process.env, PORT: '0', DATA_DIR: dataDir, INSTALLATION_NAME: installationName }
  const server = await startServer({ LOG_LEVEL: 'error', ...environment })
  if (server === null) throw new Error('the server did not start')
  try {
    await photograph(
      server,
      dataDir,
      screens.filter(({ name }) => only === undefined || name === only),
    )
  } finally {
    server.stop()
    await server.ended
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function photograph(server: DemoServer, dataDir: string, chosen: readonly Screen[]): Promise<void> {
  const { url } = server
  const accounts = await ensureAccounts(dataDir, server)
  await using photographer = await Photographer.start(folder, {
    url,
    sessions: await openSessions(url, accounts),
  })
  for (const screen of chosen) await photographer.take({ screen, state: 'vide' })
  console.log(`vide: ${photographer.taken}`)
  const ending = new AbortController()
  const playing = playExercise(url, accounts, ending.signal)
  await untilBusy(url, accounts)
  for (const screen of chosen) await photographer.take({ screen, state: 'actif' })
  console.log(`actif: ${photographer.taken}`)
  ending.abort()
  await playing
  await photographFailures(photographer, server, chosen)
  console.log(`${photographer.taken} images dans / pictures in ./${folder}`)
}

async function photographFailures(
  photographer: Photographer,
  server: DemoServer,
  chosen: readonly Screen[],
): Promise<void> {
  const signInScreen = chosen.find(({ name }) => name === 'connexion')
  if (signInScreen !== undefined) {
    await photographer.take({ screen: signInScreen, state: 'refus' }, async (page) => {
      await page.locator('input').first().fill('standard')
      await page.locator('input[type="password"]').fill('pas le bon mot de passe')
      await page.keyboard.press('Enter')
      await page
        .locator('[role="alert"], .fr-alert, .fr-error-text')
        .first()
        .waitFor({ timeout: 5_000 })
        .catch(() => {})
    })
  }
  const signedIn = chosen.filter(({ login, path }) => login !== null && !path.startsWith('/exercice'))
  // Open before the server goes: what a room sees the moment it is alone.
  const open = await Promise.all(
    signedIn
      .slice(0, 9)
      .flatMap((screen) =>
        looks.map(async (look) => ({ screen, look, page: await photographer.open(screen, look) })),
      ),
  )
  server.stop()
  await server.ended
  for (const { screen, look, page } of open) {
    await page
      .getByText(/hors ligne|sans liaison|déconnect|reconnexion/i)
      .first()
      .waitFor({ timeout: 5_000 })
      .catch(() => {})
    await photographer.shoot(page, { screen, state: 'sans-serveur' }, look)
    await page.close()
  }
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
