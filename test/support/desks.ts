import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/*
 * What people do at their desks, as they do it: by role and label, mostly by keyboard. Each resolves once the console
 * shows that it is done.
 */

/** Until this element has the focus: where the next keystroke goes. */
export async function focused(locator: Locator): Promise<void> {
  await locator.and(locator.page().locator(':focus')).waitFor()
}

/** Until this is true in the page; asked from outside, since a page of the console evaluates no text itself. */
export async function until(page: Page, isTrue: string): Promise<void> {
  await expect.poll(() => page.evaluate(isTrue), { timeout: 30_000 }).toBe(true)
}

/** By the key that every screen answers to. */
export async function goTo(page: Page, digit: string, title: string): Promise<void> {
  // A key pressed before the console stands goes nowhere.
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.keyboard.press(`Alt+${digit}`)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** An act on the crisis itself, from its menu on the Situation. */
export async function conduct(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: /^Conduire la crise/ }).click()
  await page.getByRole('menuitem', { name: act }).click()
}

/** Keys in a row, as a hand presses them. Text is typed letter by letter. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** As a hand does it: Tab until there. */
export async function tabTo(page: Page, locator: Locator, most = 6): Promise<void> {
  const focus = locator.and(page.locator(':focus'))
  for (let presses = 0; presses < most && (await focus.count()) === 0; presses += 1) await press(page, 'Tab')
  await focused(locator)
}

export type Order = Readonly<{ kind: 'real' | 'exercise'; posts: number; number?: string }>

/** From the empty situation to an active cell without the mouse. */
export async function activateByKeyboard(page: Page, order: Order): Promise<void> {
  await page.getByRole('button', { name: /^Activer la CIP/ }).waitFor()
  await press(page, 'a')
  await fillActivation(page, order)
}

/** The activation's one screen, already open: a flood in Persan and Beaumont-sur-Oise. */
export async function fillActivation(page: Page, { kind, posts, number = '' }: Order): Promise<void> {
  await focused(page.getByRole('textbox', { name: 'Qui donne l’ordre' }))
  await page.keyboard.type('M. Roy, directeur de cabinet')
  await tabTo(page, page.getByRole('radiogroup', { name: 'Nature' }).getByRole('radio').first())
  await press(page, '1', 'Tab')
  for (const commune of ['Persan', 'Beaumont-sur-Oise']) {
    await page.keyboard.type(commune.toLowerCase())
    await press(page, 'Enter')
    await page.getByRole('button', { name: `Retirer ${commune}` }).waitFor()
  }
  const kinds = page.getByRole('radio', { name: /^(Réel|Exercice)/ })
  await tabTo(page, kinds.first())
  // Exercise control is offered the exercise alone.
  await press(page, kind === 'exercise' && (await kinds.count()) > 1 ? 'ArrowDown' : 'Space')
  await tabTo(page, page.getByRole('textbox', { name: /^Numéro de crise/ }))
  await page.keyboard.type(number)
  await tabTo(page, page.getByRole('spinbutton', { name: 'Postes à couvrir' }))
  await page.keyboard.type(String(posts))
  await tabTo(page, page.getByRole('checkbox', { name: /^J’ai relu l’ordre/ }))
  await press(page, 'Space', 'Control+Enter')
  await page.getByRole('heading', { level: 1, name: 'Situation' }).waitFor()
}

/** The room's sheets beside the talking points, and the focus in their search. */
export async function openSheets(page: Page): Promise<Locator> {
  await press(page, 'F3')
  return page.getByRole('tabpanel', { name: /^Fiches/ })
}

/** The call desk says that a sheet of one's own is on its way. */
export const toSend = (page: Page): Locator => page.getByRole('tab', { name: /^Fiches, \d+ à transmettre/ })

/** Sheets begun and set aside: a tab each. */
export const setAside = (page: Page): Locator =>
  page.getByRole('tablist', { name: 'Mes fiches' }).getByRole('tab', { selected: false })

/** A plain sheet: reason in two keys, commune, outcome in one (client/calls/OutcomeKeys.tsx). */
export type Call = Readonly<{ reason: readonly [string, string]; commune?: string; outcome: string }>

/** The keys of a sheet, from wherever the desk has put the focus. The sheet is left open for what comes next. */
export async function fillSheet(page: Page, { reason, commune, outcome }: Call): Promise<void> {
  await focused(page.getByRole('radiogroup', { name: 'Motif', exact: true }).getByRole('radio').first())
  await press(page, reason[0])
  await focused(
    page
      .getByRole('radiogroup', { name: /^Motif\s:/ })
      .getByRole('radio')
      .first(),
  )
  await press(page, reason[1])
  await focused(page.getByRole('combobox', { name: /^Commune/ }))
  if (commune === undefined) {
    await press(page, 'Tab')
  } else {
    await page.keyboard.type(commune)
    await press(page, 'Enter')
  }
  await focused(page.getByRole('radiogroup', { name: 'Issue' }).getByRole('radio').first())
  await press(page, outcome)
}

/** Fills and records; the next sheet is on the table when it resolves. */
export async function logCall(page: Page, call: Call): Promise<void> {
  await fillSheet(page, call)
  await focused(page.getByRole('button', { name: /^Enregistrer/ }))
  await press(page, 'Enter')
  await page.getByText('Le chronomètre part à la première touche.').waitFor()
}
