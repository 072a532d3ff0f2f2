import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { loginOf, password, sessionOf } from '../support/accounts.ts'
import { openProfile } from '../support/browser.ts'
import { openCrisis } from '../support/crises.ts'
import { fillSheet, focused, press, setAside, toSend } from '../support/desks.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const { folder, keep } = beginJourney()
const profile = join(folder, 'profile')
let server: ServerProcess
let watcher: HeadlessConsole
let page: Page

beforeAll(async () => {
  server = keep(await ServerProcess.start({ DATA_DIR: join(folder, 'data'), DEPARTMENTS: '95' }))
  watcher = keep(await HeadlessConsole.connect(sessionOf(server.url, 'switchboard')))
  await openCrisis(watcher)
  await watcher.submit({ type: 'journal.note', text: 'Zwartemeer est coupée', happenedAt: null })
  page = await open()
})

async function open(): Promise<Page> {
  const context = await openProfile(profile)
  keep({ [Symbol.asyncDispose]: () => context.close() })
  return context.pages()[0] ?? (await context.newPage())
}

async function signIn(role: 'callTaker' | 'comms'): Promise<void> {
  await page.goto(`${server.url}/connexion`)
  await page.getByRole('textbox', { name: 'Identifiant' }).fill(loginOf(role))
  await page.getByLabel('Mot de passe').fill(password)
  await press(page, 'Enter')
  await page.getByRole('heading', { level: 1, name: 'Situation' }).waitFor()
}

/** The files of the browser that hold one of these, in the two ways that browsers write text. */
function filesWith(...planted: readonly string[]): readonly string[] {
  const needles = planted.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')])
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file)
      return needles.some((needle) => bytes.includes(needle))
    })
}

const note = () => page.getByRole('textbox', { name: /^Note/ })

test('[E280] nothing that is typed or shown lies readable in the browser’s files', async () => {
  await signIn('callTaker')
  await page.goto(`${server.url}/appels`)
  await page.getByRole('form', { name: 'Fiche' }).waitFor()
  await page.evaluate(`navigator.serviceWorker.ready.then(() => undefined)`)
  // Recorded, hence in the last state and among the tab's own.
  await fillSheet(page, { reason: ['2', '1'], outcome: 'r' })
  await note().fill('Quokkaville évacuée')
  await press(page, 'Control+Enter')
  await watcher.until(() => watcher.crisis.calls.counters.total === 1)

  await server.kill('SIGKILL')
  await page.getByText('hors ligne', { exact: true }).waitFor()
  await focused(page.getByRole('radiogroup', { name: 'Motif', exact: true }).getByRole('radio').first())
  await fillSheet(page, { reason: ['2', '1'], outcome: 'r' })
  await note().fill('Okapitown attend')
  await press(page, 'Control+Enter')
  await toSend(page).waitFor()
  await focused(page.getByRole('radiogroup', { name: 'Motif', exact: true }).getByRole('radio').first())
  await press(page, '1', '3')
  await note().fill('Xylobourg au milieu d’une phrase')
  // Another page, so that the browser writes what it keeps of the first.
  await page.reload()
  await toSend(page).waitFor()
  await expect.poll(() => setAside(page).count()).toBeGreaterThan(0)

  await page.context().close()
  // The installation's name is there in clear: the search does find what is in these files.
  expect(filesWith('cip.installation').length).toBeGreaterThan(0)
  expect(filesWith('Quokkaville', 'Okapitown', 'Xylobourg', 'Zwartemeer')).toEqual([])
})

test('[E281] without the server and after the last tab was closed nothing opens, and nothing is lost', async () => {
  page = await open()
  await page.goto(`${server.url}/appels`).catch(() => undefined)
  await page.getByText('avec ce que vous avez laissé sur ce poste').waitFor()
  expect(await page.getByText('Xylobourg').count()).toBe(0)
  expect(await page.getByText('Crue – Persan').count()).toBe(0)
})

test('[E281] another person on the same machine gets nothing of it; its author, back after a lost session, all', async () => {
  await server.start()
  await page.context().clearCookies()
  await signIn('comms')
  await page.goto(`${server.url}/appels`)
  await page.getByRole('banner').getByRole('button', { name: 'Essai comms' }).waitFor()
  await page.getByText('en direct', { exact: true }).waitFor()
  expect(await toSend(page).count()).toBe(0)
  expect(await setAside(page).count()).toBe(0)

  await page.context().clearCookies()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Connexion' }).waitFor()
  await signIn('callTaker')
  // What waited is sent, once.
  await watcher.until(() => watcher.isLoaded && watcher.crisis.calls.counters.total === 2, 30_000)
  await page.goto(`${server.url}/appels`)
  await setAside(page).first().press('Enter')
  expect(await note().inputValue()).toBe('Xylobourg au milieu d’une phrase')
  await page.context().close()
})
