import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Role } from '#shared/access/roles.ts'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { signIn } from '#scripts/headless/session.ts'
import { loginOf, password, sessionOf } from '../support/accounts.ts'
import { Consoles, desktop, phone } from '../support/browser.ts'
import { openCrisis } from '../support/crises.ts'
import { fillSheet, press } from '../support/desks.ts'
import { failingDisk } from '../support/disk-trouble.ts'
import { ServerProcess } from '../support/process.ts'

const band = (page: Page, hasText: string) => page.locator('.shell__band', { hasText })
const redBand = (page: Page) => band(page, 'Le serveur ne peut plus rien enregistrer')
const note = { type: 'journal.note', text: 'Pont fermé', happenedAt: null } as const
const waiting = (page: Page) => page.getByRole('banner').getByText('1 à transmettre')

type Box = Awaited<ReturnType<Locator['boundingBox']>>
const isOnScreen = (box: Box) => box !== null && box.y + box.height <= desktop.height

async function logCall(page: Page): Promise<void> {
  await fillSheet(page, { reason: ['2', '1'], outcome: 'r' })
  await press(page, 'Control+Enter')
}

test('[E46] who writes while the server cannot record is told in red, and it goes by itself once it can', async () => {
  using disk = failingDisk()
  await using server = await ServerProcess.start({ DATA_DIR: disk.folder, INSTALLATION_NAME: 'Préfecture' })
  await using consoles = new Consoles()
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

test('[E47] who only reads and the wall see that nothing is recorded, until it is, and offline when they are', async () => {
  using disk = failingDisk()
  await using server = await ServerProcess.start({ DATA_DIR: disk.folder, INSTALLATION_NAME: 'Préfecture' })
  await using consoles = new Consoles()
  await using lead = await HeadlessConsole.connect(sessionOf(server.url, 'roomLead'))
  await openCrisis(lead)
  const open = (name: string, role: Role, look: Parameters<typeof consoles.open>[2]) =>
    consoles.open(name, sessionOf(server.url, role), look)
  const desk = await open('lecteur', 'approver', { path: '/messages' })
  const wall = await open('mur', 'itSupport', { path: '/mur' })
  await wall.getByRole('region', { name: 'Sommes-nous couverts ?' }).waitFor()

  disk.leave(0, server.pid)
  expect(await lead.submit(note)).toEqual({ status: 'pending' })
  const mobile = await open('nouveau', 'specialist', { viewport: phone })
  const pages = [desk, wall, mobile]
  for (const page of pages) await redBand(page).waitFor()
  await desk.getByRole('alert').getByText('Le serveur ne peut plus rien enregistrer').waitFor()
  expect(await wall.locator('.wall__foot').boundingBox()).toSatisfy(isOnScreen)
  await consoles.picture('rien ne s’enregistre')

  // Nobody writes any more: the server finds out by itself.
  lead.cut()
  disk.relieve(server.pid)
  for (const page of pages) await redBand(page).waitFor({ state: 'detached' })
  await desk.getByRole('status').getByText('Le serveur enregistre de nouveau.').waitFor()

  disk.leave(0, server.pid)
  lead.open()
  for (const page of pages) await redBand(page).waitFor()
  await server.kill()
  for (const page of pages) {
    await band(page, 'Hors ligne').waitFor()
    expect(await redBand(page).count()).toBe(0)
  }
  await server.start()
  for (const page of pages) {
    await band(page, 'Hors ligne').waitFor({ state: 'detached' })
    expect(await redBand(page).count()).toBe(0)
  }
  await lead.until(() => lead.outbox.length === 0)
  expect(consoles.faults).toEqual([])
})
