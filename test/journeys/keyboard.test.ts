import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { sessionOf } from '../support/accounts.ts'
import { desktop, phone } from '../support/browser.ts'
import { activateByKeyboard, fillSheet, focused, goTo, openSheets, press } from '../support/desks.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const { folder, consoles, keep } = beginJourney({ keepsItself: false })
let server: ServerProcess
let desk: Page

beforeAll(async () => {
  server = keep(await ServerProcess.start({ DATA_DIR: folder, DEPARTMENTS: '95' }))
  const switchboard = await consoles.open('standard', sessionOf(server.url, 'switchboard'))
  await activateByKeyboard(switchboard, { kind: 'exercise', posts: 2 })
  desk = await consoles.open('odile', sessionOf(server.url, 'callTaker'))
})

/** Keys that went down in this page since it was asked first. */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(
    `window.keysDown = 0; addEventListener('keydown', () => { window.keysDown += 1 }, true)`,
  )
  return () => page.evaluate('window.keysDown')
}

test('[E20] a plain sheet takes at most twelve keystrokes, and the next one is ready for the next key', async () => {
  await goTo(desk, '3', 'Appels du public')
  const keys = await countKeys(desk)
  await fillSheet(desk, { reason: ['2', '1'], commune: 'per', outcome: 'r' })
  await focused(desk.getByRole('button', { name: /^Enregistrer/ }))
  await press(desk, 'Enter')
  await desk
    .getByRole('main')
    .getByText(/^Fiche enregistrée/)
    .waitFor()
  expect(await keys()).toBeLessThanOrEqual(12)
  const reasons = desk.getByRole('radiogroup', { name: 'Motif', exact: true }).getByRole('radio')
  await focused(reasons.first())
  await (await openSheets(desk)).getByText('Persan').waitFor()
  await reasons.first().focus()
})

test('[E21] ? shows the keys of the screen, Échap gives the focus back', async () => {
  const first = desk.getByRole('radiogroup', { name: 'Motif', exact: true }).getByRole('radio').first()
  await focused(first)
  await press(desk, '?')
  const map = desk.getByRole('dialog', { name: 'Touches' })
  for (const words of ['Urgence vitale', 'Appelant', 'Aller à : Main courante']) {
    await map.getByText(words).first().waitFor()
  }
  await press(desk, 'Escape')
  await focused(first)
})

test('[E21] Ctrl K finds an action by a few letters without accents, and does it', async () => {
  await press(desk, 'Control+k')
  await focused(desk.getByRole('dialog').getByRole('combobox'))
  await desk.keyboard.type('aller situ')
  await press(desk, 'Enter')
  await desk.getByRole('heading', { level: 1, name: 'Situation' }).waitFor()
})

// The wall has nothing to press.
const screens = ['situation', 'activation', 'rappel', 'appels', 'messages', 'main-courante', 'vivier', 'modeles', 'reglages'] as const // prettier-ignore

/** What has the focus, and whether one can see that it has. */
const look = `(() => {
  const at = document.activeElement
  if (at === document.body) return null
  const shown = [at, ...at.labels ?? [], at.closest('label')].filter(Boolean)
  const isMarked = (one) => ['', '::before', '::after'].some((part) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one, part)
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
  })
  window.order ??= new Map()
  if (!window.order.has(at)) window.order.set(at, window.order.size)
  return { place: window.order.get(at), html: at.outerHTML.slice(0, 160), isVisible: shown.some(isMarked) }
})()`

type Look = Readonly<{ place: number; html: string; isVisible: boolean }> | null

test.each(screens)(
  '[E22] on /%s the focus is seen wherever Tab leads, and Tab leads out again',
  async (path) => {
    const page = await consoles.open('salle', sessionOf(server.url, 'roomLead'), { path: `/${path}` })
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    const unseen: string[] = []
    let last = -1
    // Once round: until Tab leaves the page or comes back to where it was first.
    for (let presses = 0; presses < 400; presses += 1) {
      await press(page, 'Tab')
      const now: Look = await page.evaluate(look)
      if (now === null || now.place < last) break
      expect(now.place, `Tab is caught at ${now.html}`).toBeGreaterThan(last)
      last = now.place
      if (!now.isVisible) unseen.push(now.html)
    }
    expect(unseen).toEqual([])
    expect(last).toBeGreaterThan(0)
    expect(last).toBeLessThan(399)
    await page.close()
  },
)

/** What has the focus, or its label where the control itself is drawn by it, and whether something else lies over it. */
const covered = `(() => {
  const at = document.activeElement
  const own = [at, ...at.labels ?? []]
  const drawn = at.closest('label') ?? at
  const { left, right, top, bottom } = drawn.getBoundingClientRect()
  const isSeen = (y) => {
    const seen = document.elementFromPoint((left + right) / 2, y)
    return own.some((one) => one.contains(seen)) || seen?.contains(drawn) === true
  }
  const isCovered = ![top + 2, (top + bottom) / 2, bottom - 2].every(isSeen)
  return { html: at.outerHTML.slice(0, 160), isPage: at === document.body, isCovered }
})()`

type Covered = Readonly<{ html: string; isPage: boolean; isCovered: boolean }>

test.each([desktop, phone])(
  '[E23] on a whole sheet, $width pixels wide, nothing lies over what has the focus, wherever Tab leads',
  async (viewport) => {
    const session = sessionOf(server.url, 'callTaker')
    const page = await consoles.open(`odile ${viewport.width}`, session, { path: '/appels', viewport })
    await fillSheet(page, { reason: ['4', '2'], outcome: 'p' })
    await press(page, 'Alt+p', 'F4', 'F9')
    await focused(page.getByLabel(/^Heure réelle de l’appel/))
    for (const key of ['Tab', 'Shift+Tab']) {
      const hidden: string[] = []
      // Once round and a little more, whatever has the focus first.
      for (let presses = 0; presses < 80; presses += 1) {
        await press(page, key)
        const { html, isPage, isCovered }: Covered = await page.evaluate(covered)
        if (isCovered && !isPage) hidden.push(html)
      }
      expect(hidden, key).toEqual([])
    }
    await page.close()
  },
)

test('[E24] at a desk the sheet in hand stays in sight while one looks for another', async () => {
  const session = sessionOf(server.url, 'callTaker')
  // So low that neither half of the screen is whole.
  const viewport = { ...desktop, height: 640 }
  const page = await consoles.open('odile cherche', session, { path: '/appels', viewport })
  await fillSheet(page, { reason: ['2', '1'], outcome: 'r' })
  const search = (await openSheets(page)).getByRole('searchbox', { name: 'Chercher dans toutes les fiches' })
  await focused(search)
  const clock = page.getByRole('timer', { name: 'Appel en cours' })
  const save = page.getByRole('button', { name: /^Enregistrer/ })
  for (const seen of [search, clock, save]) {
    const { top, bottom } = await seen.evaluate((element) => element.getBoundingClientRect())
    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(viewport.height)
  }
  await page.close()
})

test('[U193] a bare digit belongs to the screen; Alt and a digit lead from everywhere, as the navigation says', async () => {
  const page = await consoles.open('odile navigue', sessionOf(server.url, 'callTaker'), { path: '/appels' })
  const reasons = page.getByRole('radiogroup', { name: 'Motif', exact: true }).getByRole('radio')
  await focused(reasons.first())
  await press(page, '3')
  await page.getByRole('radiogroup', { name: /^Motif\s:/ }).waitFor()
  await page.getByRole('heading', { level: 1, name: 'Appels du public' }).waitFor()
  await page.getByRole('link', { name: /^Rappel.*Alt 2$/ }).waitFor()
  // The key map says what works here: no bare digit that leads elsewhere.
  await press(page, '?')
  const keys = await page.getByRole('dialog').locator('kbd').allTextContents()
  expect(keys).toContain('Alt 2')
  expect(keys.filter((one) => /^\d$/.test(one))).toEqual([])
  await press(page, 'Escape', 'Escape')
  await focused(reasons.first())
  await page.getByRole('combobox', { name: /^Commune/ }).focus()
  await press(page, 'Alt+1')
  await page.getByRole('heading', { level: 1, name: 'Situation' }).waitFor()
  await page.close()
})

test('[U192] Échap wipes nothing on the call desk, and [U191] Entrée records from the delay of a call-back', async () => {
  const page = await consoles.open('odile rappelle', sessionOf(server.url, 'callTaker'), { path: '/appels' })
  await fillSheet(page, { reason: ['2', '1'], outcome: 'p' })
  await page.locator('[data-part="callback"]').waitFor()
  for (const place of [
    page.getByRole('textbox', { name: /^Note/ }),
    page.getByRole('button', { name: /^Enregistrer/ }),
  ]) {
    await place.focus()
    await press(page, 'Escape')
    expect(await page.getByText('Route, transports').count()).toBeGreaterThan(0)
    await page.getByRole('radio', { name: /rappel promis/, checked: true }).waitFor()
  }
  await page.locator('[data-part="callback"]').getByRole('radio').first().focus()
  await press(page, '2', 'Enter')
  // Sent, and told what is missing.
  await page.getByText('Pour rappeler il faut un numéro.').first().waitFor()
  await page.close()
})

test('[U188] switched off in one’s own menu, single keys are shown nowhere and do nothing, also after a reload', async () => {
  const page = await consoles.open('odile dicte', sessionOf(server.url, 'callTaker'), { path: '/appels' })
  const reasons = page.getByRole('radiogroup', { name: 'Motif', exact: true }).getByRole('radio')
  await focused(reasons.first())
  await page.getByRole('button', { name: /^Essai callTaker/ }).click()
  await page.getByText('Coupées, toujours').click()
  await page.reload()
  await focused(reasons.first())
  await press(page, '3', 'u', 'n')
  await focused(reasons.first())
  const badges = await page.locator('kbd').allTextContents()
  expect(badges.filter((one) => one.length === 1)).toEqual([])
  expect(badges).toContain('F2')
  await press(page, 'Alt+1')
  await page.getByRole('heading', { level: 1, name: 'Situation' }).waitFor()
  await page.close()
})
