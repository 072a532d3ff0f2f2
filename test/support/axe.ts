import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type { Role } from '#shared/access/roles.ts'
import { sessionOf } from './accounts.ts'
import { desktop, narrowest, phone, type Consoles } from './browser.ts'
import { lookFaultsOf } from './look.ts'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Each screen as the person for whom it is made sees it; null: nobody has signed in. */
export const screens: readonly (readonly [path: string, role: Role | null])[] = [
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

/** What is wrong with this screen as it stands, in this size and in these colours. No screen has a frame: "legacy". */
export async function faultsOf(
  page: Page,
  view: string,
  rules?: readonly string[],
): Promise<readonly string[]> {
  // What is well, and where an element stands, would take as long to tell as the rules to be gone through.
  const answer = { resultTypes: ['violations' as const], selectors: false }
  const axe = new AxeBuilder({ page }).setLegacyMode().options(answer)
  const { violations } = await (
    rules === undefined ? axe.withTags(wcag) : axe.withRules([...rules])
  ).analyze()
  return [
    ...violations.map(({ id, nodes }) => `${view}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    ...(await widthFaultsOf(page, view)),
  ]
}

/** Run in the page. What scrolls down by itself hides from the page how wide it is: it is measured too. */
const measureWidths = `[document.documentElement, ...document.querySelectorAll('main, .ui-zone__body')]
  .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
  .map(({ localName, scrollWidth, clientWidth }) => [localName, scrollWidth - clientWidth].join(' '))`

/** What pans sideways. */
async function widthFaultsOf(page: Page, view: string): Promise<readonly string[]> {
  const wide: readonly string[] = await page.evaluate(measureWidths)
  return wide.map((part) => `${view}: ${part} pixels too wide`)
}

/** What is wrong with it in every size and colour. */
export async function faultsOfScreen(
  { consoles, url }: Readonly<{ consoles: Consoles; url: string }>,
  [path, role]: (typeof screens)[number],
): Promise<readonly string[]> {
  const session = role === null ? url : sessionOf(url, role)
  const page = await consoles.open(role ?? 'personne', session, { path })
  // Its own content, not the frame around it: the desk's script has been fetched and the state has come.
  await page.getByRole('main').locator('h1, h2').first().waitFor()
  await page.locator('.ui-state--loading').first().waitFor({ state: 'detached' })
  const faults: string[] = []
  for (const viewport of [desktop, phone]) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: 'light' })
    faults.push(...(await faultsOf(page, `${viewport.width} light`)))
    // The wall's sizes follow the screen.
    if (path !== '/mur') faults.push(...(await lookFaultsOf(page, `${viewport.width}`)))
    // Of all that is held to, only contrast can be another in the dark.
    await page.emulateMedia({ colorScheme: 'dark' })
    faults.push(...(await faultsOf(page, `${viewport.width} dark`, ['color-contrast'])))
  }
  for (const viewport of narrowest) {
    await page.setViewportSize(viewport)
    faults.push(...(await widthFaultsOf(page, `${viewport.width} × ${viewport.height}`)))
  }
  await page.close()
  return faults
}
