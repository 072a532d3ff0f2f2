import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { sessionOf } from '../support/accounts.ts'
import { openCrisis } from '../support/crises.ts'
import { fillSheet, press, setAside } from '../support/desks.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const { folder, consoles, keep } = beginJourney()
let server: ServerProcess
let watcher: HeadlessConsole
let writer: Page

beforeAll(async () => {
  server = keep(await ServerProcess.start({ DATA_DIR: folder, DEPARTMENTS: '95' }))
  watcher = keep(await HeadlessConsole.connect(sessionOf(server.url, 'roomLead')))
  await openCrisis(watcher)
  writer = await consoles.open('plume', sessionOf(server.url, 'comms'), { path: '/main-courante' })
  await writer.getByRole('textbox', { name: /^Nouvelle ligne/ }).waitFor()
})

const lines = () => watcher.state.seq

/** The server hears and does not answer, as under a heavy load, until the work is done. */
async function whileSlow(work: () => Promise<void>): Promise<void> {
  process.kill(server.pid, 'SIGSTOP')
  try {
    await work()
  } finally {
    process.kill(server.pid, 'SIGCONT')
  }
}

/** As the system repeats it under a finger that stays. */
async function hold(page: Page, key: string, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await page.keyboard.down(key)
  await page.keyboard.up(key)
}

test('[E140] a line of the logbook: Entrée pressed three times or held while the server is slow inscribes it once', async () => {
  const field = writer.getByRole('textbox', { name: /^Nouvelle ligne/ })
  const before = lines()
  await field.fill('Pont de Persan fermé')
  await whileSlow(() => press(writer, 'Enter', 'Enter', 'Enter'))
  await watcher.until(() => lines() === before + 1)
  await expect.poll(() => field.inputValue()).toBe('')
  // As a hand types it again.
  await field.pressSequentially('Pont de Persan fermé', { delay: 30 })
  await whileSlow(async () => {
    await hold(writer, 'Enter', 8)
    await writer.locator('.logbook__pending').waitFor()
  })
  // Typed again once it was kept, it is said again, and no more than that.
  await field.fill('Fin')
  await press(writer, 'Enter')
  await watcher.until(() => lines() >= before + 3)
  expect(lines()).toBe(before + 3)
})

test('[E140] a message begun again while the first waits is one message', async () => {
  await writer.goto(`${server.url}/messages`)
  const begin = async () => {
    await writer
      .getByRole('button', { name: /^Nouveau message/ })
      .first()
      .click()
    await writer.getByRole('dialog').getByRole('listitem').getByRole('button').first().click()
    await writer.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await writer
    .getByRole('button', { name: /^Nouveau message/ })
    .first()
    .waitFor()
  await whileSlow(async () => {
    await begin()
    await begin()
  })
  await watcher.until(() => Object.keys(watcher.crisis.messages).length > 0)
  await writer.goto(`${server.url}/main-courante`)
  const before = lines()
  await writer.getByRole('textbox', { name: /^Nouvelle ligne/ }).fill('Après')
  await press(writer, 'Enter')
  await watcher.until(() => lines() > before)
  expect(Object.keys(watcher.crisis.messages)).toHaveLength(1)
})

test('[E141] one sheet in two tabs with other words: the second is offered as its correction, one call is counted', async () => {
  const first = await consoles.open('poste', sessionOf(server.url, 'callTaker'), { path: '/appels' })
  await fillSheet(first, { reason: ['2', '1'], outcome: 'r' })
  const note = (page: Page) => page.getByRole('textbox', { name: /^Note/ })
  await note(first).fill('Cave inondée')
  const second = await consoles.open('poste', server.url, { path: '/appels' })
  await setAside(second).click()
  await expect.poll(() => note(second).inputValue()).toBe('Cave inondée')

  await press(first, 'Control+Enter')
  await watcher.until(() => watcher.crisis.calls.counters.total === 1)
  await note(second).fill('Cave inondée, une personne âgée seule')
  await press(second, 'Control+Enter')
  await second
    .getByRole('form', { name: 'Fiche' })
    .getByText(/Déjà enregistré, avec d’autres mots/)
    .waitFor()
  expect(await note(second).inputValue()).toBe('Cave inondée, une personne âgée seule')

  await press(second, 'Control+Enter')
  await watcher.until(() => watcher.crisis.calls.closed.some(({ revision }) => revision === 2))
  expect(watcher.crisis.calls.counters.total).toBe(1)
  expect(watcher.crisis.calls.closed[0]?.personal?.note).toContain('personne âgée')
  await consoles.close('poste')
})

test('[E140] an activation pressed again after “gardée et partira” opens one crisis', async () => {
  const desk = await consoles.open('standard', sessionOf(server.url, 'switchboard'), { path: '/activation' })
  await desk.getByRole('textbox', { name: 'Qui donne l’ordre' }).fill('M. Roy')
  await desk.getByRole('radiogroup', { name: 'Nature' }).getByRole('radio').first().press('1')
  await desk.getByRole('radio', { name: /^Exercice/ }).press('Space')
  await desk.getByRole('checkbox', { name: /^J’ai relu/ }).press('Space')
  const before = Object.keys(watcher.state.crises).length
  await whileSlow(async () => {
    await press(desk, 'Control+Enter', 'Control+Enter')
    await desk
      .getByRole('main')
      .getByText(/gardée/)
      .waitFor()
    await press(desk, 'Control+Enter', 'Control+Enter')
  })
  // Once it has left, its author is taken to what it opened.
  await desk.getByRole('heading', { level: 1, name: 'Situation' }).waitFor()
  await expect.poll(() => desk.locator('.shell__pending').count()).toBe(0)
  expect(Object.keys(watcher.state.crises)).toHaveLength(before + 1)
  expect(consoles.faults).toEqual([])
})
