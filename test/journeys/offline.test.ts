import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { loginOf, password, sessionOf } from '../support/accounts.ts'
import { openCrisis } from '../support/crises.ts'
import { fillSheet, focused, goTo, press, setAside, toSend } from '../support/desks.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const { folder, consoles, keep } = beginJourney()
let server: ServerProcess
let watcher: HeadlessConsole
let odile: Page

beforeAll(async () => {
  server = keep(
    await ServerProcess.start({ DATA_DIR: folder, DEPARTMENTS: '95', INSTALLATION_NAME: 'Préfecture' }),
  )
  watcher = keep(await HeadlessConsole.connect(sessionOf(server.url, 'switchboard')))
  await openCrisis(watcher)
  odile = await consoles.open('odile', sessionOf(server.url, 'callTaker'), { path: '/appels' })
  await odile.getByRole('form', { name: 'Fiche' }).waitFor()
  await odile.evaluate(`navigator.serviceWorker.ready.then(() => undefined)`)
})

/** Whether this machine would show anything if it started now without the network. */
async function isRemembered(page: Page): Promise<boolean> {
  return (await stored(page, 'memory')).length > 0
}

/** How much of the sheets begun lies on this machine's disk, where it is unreadable. */
async function keptBytes(page: Page): Promise<number> {
  const drafts = (await stored(page, 'drafts')) as { sealed: { length: number } }[]
  return drafts.reduce((sum, { sealed }) => sum + sealed.length, 0)
}

function stored(page: Page, store: string): Promise<unknown[]> {
  return page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('cip-sealed-1')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const asked = opening.result.transaction('${store}').objectStore('${store}').getAll()
      asked.onerror = () => reject(asked.error)
      asked.onsuccess = () => {
        opening.result.close()
        resolve(asked.result.map(({ sealed }) => ({ sealed: { length: sealed.length } })))
      }
    }
  })`)
}

test('[E40] without the server the console starts again from what it has, and says so', async () => {
  await expect.poll(() => isRemembered(odile), { timeout: 5_000 }).toBe(true)
  await server.kill('SIGKILL')
  await odile.getByText('hors ligne', { exact: true }).waitFor()
  await odile.reload()
  await odile.getByText('hors ligne', { exact: true }).waitFor()
  await odile.getByRole('banner').getByText('Crue – Persan').waitFor()
  await odile.getByText('Hors ligne : vous pouvez continuer').waitFor()
  await odile.getByRole('form', { name: 'Fiche' }).waitFor()
})

test('[E41] a draft and what waits to be sent survive a reload; two tabs send it once', async () => {
  await fillSheet(odile, { reason: ['2', '1'], outcome: 'r' })
  await press(odile, 'Control+Enter')
  await toSend(odile).waitFor()
  await focused(odile.getByRole('radiogroup', { name: 'Motif', exact: true }).getByRole('radio').first())
  await press(odile, '1', '3')
  const before = await keptBytes(odile)
  await odile.getByRole('textbox', { name: /^Note/ }).fill('Eau trouble à Persan')
  await expect.poll(() => keptBytes(odile)).toBeGreaterThan(before)

  await odile.reload()
  await toSend(odile).waitFor()
  await setAside(odile).first().press('Enter')
  expect(await odile.getByRole('textbox', { name: /^Note/ }).inputValue()).toBe('Eau trouble à Persan')

  const tab = await consoles.open('odile', server.url, { path: '/appels' })
  await toSend(tab).waitFor()
  await server.start()
  for (const page of [odile, tab]) {
    await page.getByText('en direct', { exact: true }).waitFor()
    await expect.poll(() => toSend(page).count()).toBe(0)
  }
  await watcher.until(() => watcher.isLoaded && watcher.crisis.calls.counters.total > 0, 30_000)
  expect(watcher.crisis.calls.counters.total).toBe(1)
  await tab.close()
})

test('[E42] who closes a tab is gone from the others’ screens, who freezes it too, within fifteen seconds', async () => {
  const lead = await consoles.open('salle', sessionOf(server.url, 'roomLead'))
  await lead.getByText('3 présents').waitFor()
  const guest = await consoles.open('renfort', sessionOf(server.url, 'specialist'))
  await lead.getByText('4 présents').waitFor()
  await guest.close()
  await lead.getByText('3 présents').waitFor()

  const frozen = await consoles.open('renfort', sessionOf(server.url, 'specialist'))
  await lead.getByText('4 présents').waitFor()
  const session = await consoles.contextOf('renfort').newCDPSession(frozen)
  const since = Date.now()
  // Stopped at a breakpoint, a page answers nothing, as one that the system has frozen.
  await session.send('Debugger.enable')
  session.send('Runtime.evaluate', { expression: 'debugger' }).catch(() => undefined)
  await lead.getByText('3 présents').waitFor()
  expect(Date.now() - since).toBeLessThan(15_000)
})

test('[E43] a revoked session loses its console at once, and nothing of the crisis stays on the machine', async () => {
  const laptop = await consoles.open('portable', server.url, { path: '/appels' })
  await laptop.getByRole('heading', { level: 1, name: 'Connexion' }).waitFor()
  await laptop.keyboard.type(loginOf('callTaker'))
  await press(laptop, 'Tab')
  await laptop.keyboard.type(password)
  await press(laptop, 'Enter')
  await laptop.getByRole('banner').getByText('Crue – Persan').waitFor()
  await expect.poll(() => isRemembered(laptop)).toBe(true)

  await odile.goto(`${server.url}/reglages`)
  await odile.getByRole('button', { name: 'Fermer toutes les autres' }).press('Enter')
  await laptop.getByRole('heading', { level: 1, name: 'Connexion' }).waitFor()
  expect(await laptop.getByText('Crue – Persan').count()).toBe(0)
  await expect.poll(() => isRemembered(laptop)).toBe(false)
  await goTo(odile, '1', 'Situation')
})

test('[E44] a sheet refused while nobody looked is taken back with its reason, put right and recorded once', async () => {
  const context = consoles.contextOf('odile')
  await server.kill('SIGKILL')
  await context.setOffline(true)
  await server.start()
  await watcher.until(() => watcher.view.line === 'live')
  await watcher.submit({ type: 'activation.close', reason: 'Décrue' })
  // A call of after the closure, which this console cannot know of.
  await goTo(odile, '3', 'Appels du public')
  await press(odile, 'n')
  await fillSheet(odile, { reason: ['2', '1'], outcome: 'r' })
  await press(odile, 'Control+Enter')
  await toSend(odile).waitFor()
  await goTo(odile, '1', 'Situation')
  await context.setOffline(false)
  // The sheet says its reason aloud too: the band is the one that offers it.
  const takeUp = odile.getByRole('alert').getByRole('button', { name: 'Reprendre' })
  await takeUp.press('Enter')

  const form = odile.getByRole('form', { name: 'Fiche' })
  await form.getByText('L’appel est daté d’après la clôture').waitFor()
  expect(await takeUp.count()).toBe(0)
  await odile.reload()
  await setAside(odile).last().press('Enter')
  await press(odile, 'F9')
  await odile.getByLabel(/^Heure réelle de l’appel/).fill('00:00')
  await press(odile, 'Control+Enter')
  await watcher.until(() => watcher.crisis.calls.counters.total === 2)
  expect(consoles.faults).toEqual([])
})
