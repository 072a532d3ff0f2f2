import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { signIn } from '#scripts/headless/session.ts'
import { loginOf, password, sessionOf } from '../support/accounts.ts'
import { Consoles, desktop, phone } from '../support/browser.ts'
import { openCrisis } from '../support/crises.ts'
import { fillSheet, press } from '../support/desks.ts'
import { failingDisk } from '../support/disk-trouble.ts'
import { ServerProcess } from '../support/process.ts'

const redBand = (page: Page) => page.getByText('Le serveur ne peut plus rien enregistrer')
const waiting = (page: Page) => page.getByRole('banner').getByText('1 à transmettre')

async function logCall(page: Page): Promise<void> {
  await fillSheet(page, { reason: ['2', '1'], outcome: 'r' })
  await press(page, 'Control+Enter')
}

test('[E46] who writes while the server cannot record is told in red, and it goes by itself once it can', async () => {
  using disk = failingDisk()
  await using server = await ServerProcess.start({ DATA_DIR: disk.folder, INSTALLATION_NAME: 'Préfecture' })
  await using consoles = await Consoles.launch()
  await using lead = await HeadlessConsole.connect(sessionOf(server.url, 'roomLead'))
  await openCrisis(lead)
  const look = { path: '/appels' }
  const desk = await consoles.open('poste', sessionOf(server.url, 'callTaker'), {
    ...look,
    viewport: desktop,
  })
  const mobile = await consoles.open('mobile', sessionOf(server.url, 'teamLead'), {
    ...look,
    viewport: phone,
  })
  const pages = [desk, mobile]

  disk.leave(0, server.pid)
  for (const page of pages) {
    await logCall(page)
    await redBand(page).waitFor()
    await waiting(page).waitFor()
  }
  await consoles.picture('disque plein')
  // Signing in is a fact to be recorded.
  const guest = signIn(server.url, loginOf('specialist'), password)
  await expect(guest).rejects.toMatchObject({ status: 503, message: 'server.unavailable' })

  disk.relieve(server.pid)
  for (const page of pages) {
    await redBand(page).waitFor({ state: 'detached' })
    await waiting(page).waitFor({ state: 'detached' })
  }
  await lead.until(() => lead.crisis.calls.counters.total === 2)
  expect(consoles.faults).toEqual([])
})
