import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { loginOf, password, sessionOf } from '../support/accounts.ts'
import { openCrisis } from '../support/crises.ts'
import { press, setAside } from '../support/desks.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const { folder, consoles, keep } = beginJourney()
const another = 'quatre mots bien choisis'
let server: ServerProcess

beforeAll(async () => {
  server = keep(await ServerProcess.start({ DATA_DIR: folder, DEPARTMENTS: '95' }))
  const opener = keep(await HeadlessConsole.connect(sessionOf(server.url, 'switchboard')))
  await openCrisis(opener)
})

const note = (page: Page) => page.getByRole('textbox', { name: /^Note/ })
const line = (page: Page) => page.getByRole('textbox', { name: 'Nouvelle ligne' })

/** The browser may hold the new session by now, or not yet: the page offers to go on, or asks who is there. */
async function comeBack(page: Page, path: string): Promise<void> {
  const login = page.getByRole('textbox', { name: 'Identifiant' })
  const goOn = page.getByRole('button', { name: /^Continuer/ })
  await login.or(goOn).waitFor()
  if ((await goOn.count()) > 0) await goOn.click()
  else {
    await login.fill(loginOf('roomLead'))
    await page.getByLabel('Mot de passe').fill(another)
    await press(page, 'Enter')
  }
  await page.waitForURL(`**${path}`)
}

test('[E200] one’s own password is changed in one tab: what was typed in the others is back once one has signed in there', async () => {
  const open = (path: string) => consoles.open('lead', sessionOf(server.url, 'roomLead'), { path })
  const calls = await open('/appels')
  await press(calls, '1', '3')
  await note(calls).fill('Odile attend au pont')
  const logbook = await open('/main-courante')
  await line(logbook).fill('Le préfet arrive à')
  const settings = await open('/reglages')
  await settings.getByLabel('Mot de passe actuel').fill(password)
  await settings.getByRole('textbox', { name: 'Nouveau mot de passe' }).fill(another)
  await settings.getByRole('textbox', { name: 'Le même, une seconde fois' }).fill(another)
  await press(settings, 'Enter')
  await settings.getByText('Mot de passe changé').first().waitFor()

  for (const page of [calls, logbook]) await page.waitForURL('**/connexion')
  await comeBack(calls, '/appels')
  await setAside(calls).first().click()
  expect(await note(calls).inputValue()).toBe('Odile attend au pont')
  await comeBack(logbook, '/main-courante')
  await expect.poll(() => line(logbook).inputValue()).toBe('Le préfet arrive à')
  expect(consoles.faults).toEqual([])
})
