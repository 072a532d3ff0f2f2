import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { sessionOf } from '../support/accounts.ts'
import { phone } from '../support/browser.ts'
import { openCrisis } from '../support/crises.ts'
import { press } from '../support/desks.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const { folder, consoles, keep } = beginJourney({ keepsItself: false })
const data = join(folder, 'data')
let server: ServerProcess

beforeAll(async () => {
  const noName = { INSTALLATION_NAME: '' }
  server = keep(await ServerProcess.start({ DATA_DIR: data, DEPARTMENTS: '95', ...noName }))
})

/** The right edge of each, at most that of the screen. */
async function expectWithin(page: Page, ...parts: readonly Locator[]): Promise<void> {
  for (const part of parts) {
    const box = await part.boundingBox()
    expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.width)
  }
  const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  expect(await page.evaluate(beyond)).toBe(0)
}

test('[E201] that the installation has no name is read to its end on a telephone', async () => {
  const page = await consoles.open('validation', sessionOf(server.url, 'approver'), { viewport: phone })
  const notice = page.getByText('INSTALLATION_NAME')
  await notice.waitFor()
  // Its box ends with the column in any case: its words must too.
  expect(await notice.evaluate((badge) => badge.scrollWidth - badge.clientWidth)).toBe(0)
})

test('[U432] on a small telephone no desk’s name is cut; enlarged four times the page scrolls above the desks', async () => {
  const look = { viewport: { width: 320, height: 640 }, path: '/situation' }
  const page = await consoles.open('petit', sessionOf(server.url, 'roomLead'), look)
  await page.getByText('Aucune crise en cours').first().waitFor()
  const isCut = '({ scrollWidth, clientWidth }) => scrollWidth > clientWidth'
  const cut = `[...document.querySelectorAll('.shell__nav-label')].filter(${isCut}).length`
  expect(await page.evaluate(cut)).toBe(0)
  await page.setViewportSize({ width: 360, height: 225 })
  const { y = 0, height = Infinity } = (await page.getByRole('navigation').boundingBox()) ?? {}
  expect(y + height).toBeLessThanOrEqual(225)
  expect(height).toBeLessThan(50)
  expect(await page.evaluate('document.documentElement.scrollHeight - innerHeight')).toBeGreaterThan(100)
})

test('[E201] what a restored server no longer holds is read and answered on a telephone', async () => {
  const opener = keep(await HeadlessConsole.connect(sessionOf(server.url, 'switchboard')))
  await openCrisis(opener)
  const backup = join(folder, 'backup')
  await server.kill('SIGTERM')
  await cp(data, backup, { recursive: true })
  await server.start()
  const look = { viewport: phone, path: '/main-courante' }
  const lead = await consoles.open('chef', sessionOf(server.url, 'roomLead'), look)
  const line = lead.getByRole('textbox', { name: 'Nouvelle ligne' })
  for (const text of ['Le préfet arrive à 14 h 30 avec le directeur de cabinet', 'PontFermé'.repeat(12)]) {
    await line.fill(text)
    await press(lead, 'Enter')
    await lead.getByText(text).first().waitFor()
  }
  await server.kill('SIGTERM')
  await rm(data, { recursive: true })
  await cp(backup, data, { recursive: true })
  await server.start()
  const again = lead.getByRole('button', { name: /^Enregistrer de nouveau/ })
  await again.nth(1).waitFor()
  await expectWithin(lead, again.nth(0), again.nth(1), lead.getByText('n’existent plus'))
  expect(consoles.faults).toEqual([])
})
