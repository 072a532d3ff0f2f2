import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { sessionOf } from '../support/accounts.ts'
import { activateByKeyboard, focused, goTo, openSheets, press, until } from '../support/desks.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const { folder, consoles, keep } = beginJourney({ keepsItself: false })
let server: ServerProcess
let lead: Page
let desk: Page

beforeAll(async () => {
  server = keep(await ServerProcess.start({ DATA_DIR: folder, DEPARTMENTS: '95' }))
  const switchboard = await consoles.open('standard', sessionOf(server.url, 'switchboard'))
  await activateByKeyboard(switchboard, { kind: 'exercise', posts: 2 })
  lead = await consoles.open('salle', sessionOf(server.url, 'roomLead'))
  desk = await consoles.open('odile', sessionOf(server.url, 'callTaker'), { path: '/appels' })
  await focused(reasons().first())
})

const reasons = () => desk.getByRole('radiogroup', { name: 'Motif', exact: true }).getByRole('radio')

/** Counts the notes that this page plays. */
async function countNotes(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(`(() => {
    window.notes = 0
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (...when) {
      window.notes += 1
      return start.apply(this, when)
    }
  })()`)
  return () => page.evaluate('window.notes')
}

test('[E185] AltGr writes, Alt leads to the desks, and the Entrée that ends a composition records nothing', async () => {
  const cdp = await desk.context().newCDPSession(desk)
  const key = { code: 'Digit2', windowsVirtualKeyCode: 50 }
  // AltGr and 2, as a French keyboard writes a tilde.
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'AltGraph', code: 'AltRight' })
  await desk.evaluate(`reasonKey = (init) => document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))`)
  await desk.evaluate(`reasonKey({ key: '~', code: 'Digit2', modifierAltGraph: true })`)
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'AltGraph', code: 'AltRight' })
  expect(await reasons().count()).toBeGreaterThan(10)
  await desk.evaluate(`reasonKey({ key: 'Enter', code: 'Enter', isComposing: true })`)
  await desk.evaluate(`reasonKey({ key: 'r', code: 'KeyR', isComposing: true })`)
  expect(await reasons().count()).toBeGreaterThan(10)

  // A word that is being composed by an input method, in the note.
  const note = desk.getByRole('combobox', { name: /^Commune/ })
  await note.focus()
  await cdp.send('Input.imeSetComposition', { text: 'pers', selectionStart: 4, selectionEnd: 4 })
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    ...key,
    windowsVirtualKeyCode: 229,
  })
  expect(await note.inputValue()).toBe('pers')
  await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await press(desk, 'Alt+5')
  await desk.getByRole('heading', { level: 1, name: 'Main courante' }).waitFor()
  await goTo(desk, '3', 'Appels du public')
})

test('[E184] after one press the alarm sounds in one tab of two, and stops once it is acknowledged', async () => {
  const second = await consoles.open('salle', sessionOf(server.url, 'roomLead'))
  const counts: (() => Promise<number>)[] = []
  for (const page of [lead, second]) {
    const count = await countNotes(page)
    expect(await count()).toBe(0)
    await page.getByRole('button', { name: 'Activer le son' }).first().click()
    // It is heard at once, as a test.
    await until(page, 'window.notes === 6')
    await page.getByRole('button', { name: 'Activer le son' }).first().waitFor({ state: 'hidden' })
    counts.push(count)
  }
  await focused(reasons().first())
  await press(desk, 'Alt+u')
  await lead.getByRole('button', { name: 'Je m’en occupe' }).waitFor()
  const total = async () => {
    const [one = 0, two = 0] = await Promise.all(counts.map((count) => count()))
    return { rung: one + two - 12, both: one > 6 && two > 6 }
  }
  await expect.poll(async () => (await total()).rung, { timeout: 30_000 }).toBeGreaterThanOrEqual(12)
  expect((await total()).both).toBe(false)

  await lead.getByRole('button', { name: 'Je m’en occupe' }).click()
  await lead.getByText(/Vue par/).waitFor()
  await second.getByText(/Vue par/).waitFor()
  const { rung } = await total()
  await lead.waitForTimeout(6_000)
  expect((await total()).rung).toBe(rung)
  await second.close()
})

/** What stands on paper: the media of print, as the browser's own menu asks for it. */
async function printed(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
  const text: string = await page.evaluate('document.body.innerText')
  await page.evaluate(`dispatchEvent(new Event('afterprint'))`)
  await page.emulateMedia({ media: null })
  return text
}

test('[E183] the browser’s own menu prints the logbook, with the mark of the exercise and without the alarm', async () => {
  await goTo(lead, '5', 'Main courante')
  await lead
    .getByText(/Urgence vitale/)
    .first()
    .waitFor()
  const text = await printed(lead)
  expect(text).toMatch(/Main courante\s–\sCrue/)
  expect(text).toContain('EXERCICE')
  expect(text).toContain('CIP activée')
  // Its line of the logbook is there, the band with its acts is not.
  expect(text).toContain('URGENCE VITALE en ligne')
  expect(text.match(/urgence vitale/gi)).toHaveLength(1)
  const pdf = await lead.pdf({ tagged: true })
  expect(pdf.length).toBeGreaterThan(10_000)
  // Nothing of the paper stays on the screen.
  expect(await lead.locator('.ui-print').count()).toBe(0)
})

test('[E183] the whole logbook stays for the printer where print() returns at once', async () => {
  await lead.evaluate('window.print = () => { window.asked = true }')
  await lead.getByRole('button', { name: /^Imprimer/ }).click()
  await until(lead, 'window.asked === true')
  await lead.emulateMedia({ media: 'print' })
  const paper = lead.locator('.ui-print')
  await paper.getByRole('columnheader', { name: 'Auteur' }).waitFor()
  expect(await paper.getByRole('row').count()).toBeGreaterThan(4)
  await lead.evaluate(`dispatchEvent(new Event('afterprint'))`)
  await paper.waitFor({ state: 'detached' })
  await lead.emulateMedia({ media: null })
})

test('[E183] a blank call sheet is printed from the desk and from the palette', async () => {
  await desk.evaluate('window.print = () => { window.asked = (window.asked ?? 0) + 1 }')
  await openSheets(desk)
  await desk.getByRole('button', { name: 'Imprimer une fiche vierge' }).click()
  await until(desk, 'window.asked === 1')
  await desk.emulateMedia({ media: 'print' })
  const paper = desk.locator('.ui-print')
  for (const words of ['Fiche d’appel', 'EXERCICE', 'Route, transports', 'rappel promis', 'SAMU']) {
    await paper.getByText(words).first().waitFor()
  }
  await desk.evaluate(`dispatchEvent(new Event('afterprint'))`)
  await desk.emulateMedia({ media: null })
  await press(desk, 'Control+k')
  await desk.keyboard.type('fiche vierge')
  await press(desk, 'Enter')
  await until(desk, 'window.asked === 2')
})

test('[E183] nobody’s page complained', () => {
  expect(consoles.faults).toEqual([])
})
