import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { loginOf, password, personOf, sessionOf } from '../support/accounts.ts'
import { openCrisis } from '../support/crises.ts'
import { press } from '../support/desks.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const { folder, consoles, keep } = beginJourney()
let server: ServerProcess
let watcher: HeadlessConsole
let alice: Page

beforeAll(async () => {
  server = keep(await ServerProcess.start({ DATA_DIR: folder, DEPARTMENTS: '95' }))
  watcher = keep(await HeadlessConsole.connect(sessionOf(server.url, 'switchboard')))
  await openCrisis(watcher)
  alice = await consoles.open('poste', sessionOf(server.url, 'roomLead'), { path: '/main-courante' })
  await alice.getByRole('textbox', { name: /^Nouvelle ligne/ }).waitFor()
})

async function signIn(page: Page, role: 'comms' | 'roomLead'): Promise<void> {
  await page.getByRole('textbox', { name: 'Identifiant' }).fill(loginOf(role))
  await page.getByLabel('Mot de passe').fill(password)
  await press(page, 'Enter')
  await page.getByRole('heading', { level: 1, name: 'Situation' }).waitFor()
}

const stopped = () => alice.getByText(/La session de ce navigateur est maintenant celle de Essai comms/)

test('[A140] a second person signs in in another tab, the server restarts: the first tab stops and says who, and its words stay its author’s', async () => {
  const line = alice.getByRole('textbox', { name: /^Nouvelle ligne/ })
  await line.fill('Écrit par la salle')
  // As a tab opened before anybody had signed in: the form is there, and the other’s session is not ended.
  const tab = await consoles.open('poste', server.url, { path: '/connexion' })
  await tab.getByText('Vous êtes déjà connecté dans ce navigateur : Essai roomLead.').waitFor()
  await tab.evaluate(
    `fetch('/api/access/sign-in', { method: 'POST', headers: { 'content-type': 'application/json', 'x-cip-console': '1' }, body: JSON.stringify({ login: '${loginOf('comms')}', password: '${password}' }) })`,
  )
  await tab.goto(`${server.url}/situation`)
  // That tab was hers too, until it is given away.
  await tab.getByRole('button', { name: 'Continuer : Essai comms' }).click()
  await tab.getByRole('banner').getByRole('button', { name: 'Essai comms' }).waitFor()
  await server.kill('SIGKILL')
  await alice.getByText('hors ligne', { exact: true }).waitFor()
  await press(alice, 'Enter')
  await server.start()

  await stopped().waitFor()
  await watcher.until(() => watcher.isLoaded, 30_000)
  expect(watcher.state.seq).toBeGreaterThan(0)
  const before = watcher.state.seq
  // Loaded again, it is still hers.
  await alice.reload()
  await stopped().waitFor()
  expect(watcher.state.seq).toBe(before)

  // She signs in again in the other tab: hers goes on, and what she said is hers.
  await tab.goto(`${server.url}/connexion`)
  await tab.getByText('Vous êtes déjà connecté dans ce navigateur : Essai comms.').waitFor()
  await tab.getByRole('button', { name: 'Changer de personne' }).click()
  await signIn(tab, 'roomLead')
  await alice.getByRole('button', { name: 'Réessayer' }).click()
  await alice.getByText('en direct', { exact: true }).waitFor()
  await watcher.until(() => watcher.state.seq > before)
  const lines = await alice.evaluate(
    `fetch('/api/register/logbook?crisis=${watcher.view.replica.crisis}&limit=100').then((answer) => answer.text())`,
  )
  const { rows } = JSON.parse(String(lines)) as { rows: readonly { by: string }[] }
  const hers = rows.filter((row) => JSON.stringify(row).includes('Écrit par la salle'))
  expect(hers.map(({ by }) => by)).toEqual([personOf('roomLead')])
  expect(consoles.faults).toEqual([])
})

const kilobyte = 1024

test('[U400] whoever has not signed in fetches what signing in needs, and no more than a slow line carries', async () => {
  const page = await consoles.open('passer-by', server.url, { path: '/connexion' })
  await page.getByRole('textbox', { name: 'Identifiant' }).waitFor()
  const fetched: readonly Readonly<{ name: string; encodedBodySize: number }>[] = JSON.parse(
    await page.evaluate(`JSON.stringify(performance.getEntriesByType('resource'))`),
  )
  const bytesOf = (kind: RegExp) =>
    fetched
      .filter(({ name }) => kind.test(name))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
  expect(bytesOf(/\.js$/)).toBeGreaterThan(50 * kilobyte)
  expect(bytesOf(/\.(js|css)$/)).toBeLessThanOrEqual(200 * kilobyte)
  expect(bytesOf(/\.woff2?$/)).toBeLessThanOrEqual(45 * kilobyte)
  expect(fetched.map(({ name }) => name).filter((name) => /communes|Inside/.test(name))).toEqual([])
})

test('[A143] the sign-in page says who is signed in, and goes on', async () => {
  await alice.goto(`${server.url}/connexion`)
  await alice.getByRole('button', { name: 'Continuer : Essai roomLead' }).click()
  await alice.getByRole('heading', { level: 1, name: 'Situation' }).waitFor()
})
