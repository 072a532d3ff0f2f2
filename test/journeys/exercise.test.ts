import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { sessionOf } from '../support/accounts.ts'
import { activateByKeyboard, conduct, fillActivation, goTo, press, tabTo } from '../support/desks.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const { folder, consoles, keep } = beginJourney({ keepsItself: false })
let server: ServerProcess
let control: Page
let comms: Page

beforeAll(async () => {
  server = keep(await ServerProcess.start({ DATA_DIR: folder, DEPARTMENTS: '95' }))
  control = await consoles.open('animation', sessionOf(server.url, 'exerciseControl'))
  comms = await consoles.open('communication', sessionOf(server.url, 'comms'))
  await activateByKeyboard(control, { kind: 'exercise', posts: 2 })
})

/** The hatched band, above everything. */
function band(page: Page) {
  return page.locator('#console').getByText('EXERCICE', { exact: true }).first()
}

const screens = ['situation', 'activation', 'rappel', 'appels', 'messages', 'main-courante', 'mur', 'vivier', 'modeles', 'reglages'] as const // prettier-ignore

test.each(screens)('[E12] /%s bears EXERCICE, on the screen and in the tab', async (path) => {
  await control.goto(`${server.url}/${path}`)
  await band(control).waitFor()
  await expect.poll(() => control.title()).toMatch(/^EXERCICE\s– Crue/)
})

test('[E12] the logbook bears EXERCICE on paper and in the export', async () => {
  await control.goto(`${server.url}/main-courante`)
  const csv = control.getByRole('link', { name: 'CSV' })
  await csv.waitFor()
  const { cookie } = sessionOf(server.url, 'exerciseControl')
  const answer = await fetch(server.url + (await csv.getAttribute('href')), { headers: { cookie } })
  const [, ...lines] = (await answer.text()).trim().split('\r\n')
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines) expect(line).toContain('EXERCICE')
  expect(answer.headers.get('content-disposition')).toContain('EXERCICE')

  // The printer sees the page while `print` runs.
  await control.evaluate(
    `window.print = () => { window.printed = document.querySelector('.logbook-print').innerText }`,
  )
  await press(control, 'Control+p')
  await expect.poll(() => control.evaluate('window.printed ?? ""')).toContain('EXERCICE')
})

test('[E13] the public sees nothing of it; people signed in see its page', async () => {
  await goTo(comms, '4', 'Messages au public')
  await press(comms, 'n')
  await comms.getByRole('dialog', { name: 'Partir d’un modèle' }).waitFor()
  await comms.keyboard.type('reflexe')
  await tabTo(comms, comms.getByRole('button', { name: /^Message réflexe/ }))
  await press(comms, 'Enter')
  for (const blank of ['préfecture', 'depuis', 'geste à faire tout de suite']) {
    const field = comms.getByRole('textbox', { name: `Blanc à remplir : ${blank}` })
    await comms.getByRole('button', { name: /^Soumettre/ }).waitFor()
    if ((await field.count()) > 0) await field.first().fill('Montez à l’étage.')
  }
  await press(comms, 'Control+Enter')
  await comms.getByText('une autre personne doit le valider').waitFor()
  await goTo(control, '4', 'Messages au public')
  await control.getByRole('region', { name: 'Texte figé' }).waitFor()
  await press(control, 'v')
  await comms.getByRole('button', { name: /^Publier/ }).waitFor()
  await press(comms, 'p')
  await comms
    .getByRole('dialog')
    .getByText(/^EXERCICE/)
    .first()
    .waitFor()
  await press(comms, 'Enter')
  await comms.getByRole('region', { name: 'Publiés' }).waitFor()

  const exercise = `${server.url}/exercice/info`
  const { cookie } = sessionOf(server.url, 'comms')
  const seen = async () => (await fetch(exercise, { headers: { cookie } })).text()
  await expect.poll(seen).toContain('Montez à l’étage.')
  expect(await seen()).toContain('EXERCICE')
  expect((await fetch(exercise)).status).toBe(401)
  expect(await (await fetch(`${server.url}/info`)).text()).not.toContain('Crue')
})

test('[E14] beside a real crisis, each console follows the one it has chosen', async () => {
  const lead = await consoles.open('salle', sessionOf(server.url, 'roomLead'), { path: '/situation' })
  await band(lead).waitFor()
  await conduct(lead, 'Activer une autre crise')
  await lead.getByRole('heading', { level: 1, name: 'Activer la CIP' }).waitFor()
  await fillActivation(lead, { kind: 'real', posts: 8 })
  await expect.poll(() => lead.title()).toMatch(/^Crue/)
  expect(await band(lead).count()).toBe(0)
  await band(control).waitFor()

  await lead
    .getByRole('banner')
    .getByRole('button', { name: /chef de salle/ })
    .press('Enter')
  await lead.getByText('EXERCICE – Crue', { exact: false }).first().click()
  await band(lead).waitFor()
  expect(consoles.faults).toEqual([])
})
