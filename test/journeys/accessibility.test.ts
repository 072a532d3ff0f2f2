import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Role } from '#shared/access/roles.ts'
import { sessionOf } from '../support/accounts.ts'
import { desktop, phone } from '../support/browser.ts'
import { fillCell } from '../support/busy-cell.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Each screen as the person for whom it is made sees it; null: nobody has signed in. */
const screens: readonly (readonly [path: string, role: Role | null])[] = [
  ['/situation', 'roomLead'],
  ['/activation', 'switchboard'],
  ['/rappel', 'switchboard'],
  ['/appels', 'callTaker'],
  ['/messages', 'comms'],
  ['/messages', 'approver'],
  ['/main-courante', 'roomLead'],
  ['/mur', 'roomLead'],
  ['/vivier', 'hr'],
  ['/modeles', 'comms'],
  ['/reglages', 'admin'],
  ['/nulle-part', 'roomLead'],
  ['/connexion', null],
  ['/bienvenue', null],
]

const { folder, consoles, keep } = beginJourney()
let server: ServerProcess

beforeAll(async () => {
  server = keep(await ServerProcess.start({ DATA_DIR: folder, DEPARTMENTS: '95' }))
})

/** What is wrong with this screen as it stands, in this size and in these colours. No screen has a frame: "legacy". */
async function faultsOf(page: Page, view: string, rules?: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (
    rules === undefined ? axe.withTags(wcag) : axe.withRules([...rules])
  ).analyze()
  const wide: number = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  return [
    ...violations.map(({ id, nodes }) => `${view}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    ...(wide > 0 ? [`${view}: ${wide} pixels too wide`] : []),
  ]
}

async function look(path: string, role: Role | null): Promise<readonly string[]> {
  const session = role === null ? server.url : sessionOf(server.url, role)
  const page = await consoles.open(role ?? 'personne', session, { path })
  // Its own content, not the frame around it: the desk's script has been fetched and the state has come.
  await page.getByRole('main').locator('h1, h2').first().waitFor()
  await page.locator('.ui-state--loading').first().waitFor({ state: 'detached' })
  const faults: string[] = []
  for (const viewport of [desktop, phone]) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: 'light' })
    faults.push(...(await faultsOf(page, `${viewport.width} light`)))
    // Of all that is held to, only contrast can be another in the dark.
    await page.emulateMedia({ colorScheme: 'dark' })
    faults.push(...(await faultsOf(page, `${viewport.width} dark`, ['color-contrast'])))
  }
  await page.close()
  return faults
}

test.each(screens)('[E30] axe finds nothing on %s before any crisis (%s)', async (path, role) => {
  expect(await look(path, role)).toEqual([])
})

test('[E30] a cell in the thick of it is set up', async () => {
  await fillCell(server.url, 'exercise')
})

test.each(screens.filter(([, role]) => role !== null))(
  '[E30] axe finds nothing on %s in the thick of an exercise (%s)',
  async (path, role) => {
    expect(await look(path, role)).toEqual([])
  },
)

test('[E30] axe finds nothing on a dialog, the key map and the palette', async () => {
  const page = await consoles.open('salle', sessionOf(server.url, 'roomLead'), { path: '/situation' })
  await page.getByRole('button', { name: /^Ouvrir la ligne/ }).press('Enter')
  await page.getByRole('dialog').waitFor()
  const faults = [...(await faultsOf(page, 'dialog'))]
  await page.keyboard.press('Escape')
  for (const keys of ['?', 'Control+k']) {
    await page.keyboard.press(keys)
    await page.getByRole('dialog').waitFor()
    faults.push(...(await faultsOf(page, keys)))
    await page.keyboard.press('Escape')
  }
  expect(faults).toEqual([])
})
