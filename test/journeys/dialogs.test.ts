import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { sessionOf } from '../support/accounts.ts'
import { activateByKeyboard, conduct, focused, goTo, press, tabTo, until } from '../support/desks.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const { folder, consoles, keep } = beginJourney({ keepsItself: false })
let server: ServerProcess
let lead: Page
let other: Page
let desk: Page

beforeAll(async () => {
  server = keep(await ServerProcess.start({ DATA_DIR: folder, DEPARTMENTS: '95' }))
  const switchboard = await consoles.open('standard', sessionOf(server.url, 'switchboard'))
  await activateByKeyboard(switchboard, { kind: 'exercise', posts: 2 })
  lead = await consoles.open('salle', sessionOf(server.url, 'roomLead'))
  other = await consoles.open('salle bis', sessionOf(server.url, 'roomLead'))
  desk = await consoles.open('odile', sessionOf(server.url, 'callTaker'))
})

/** Text of the live regions that a screen reader can reach now: not those that an open dialog makes inert. */
const heard = `(() => {
  const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
  return [...top.querySelectorAll('[role=alert]')].map((one) => one.textContent.trim()).filter(Boolean).join(' | ')
})()`

async function hears(page: Page, words: string): Promise<void> {
  await until(page, `${heard}.includes(${JSON.stringify(words)})`)
}

const hasFocus = `document.activeElement !== null && document.activeElement !== document.body`

test('[E180] an emergency raised while a dialog is open is heard, reached and told again', async () => {
  await conduct(lead, 'Changer de niveau')
  const dialog = lead.getByRole('dialog', { name: 'Changer de niveau' })
  const reason = dialog.getByRole('textbox', { name: 'Motif' })
  await reason.fill('la crue monte')
  await reason.focus()

  await goTo(desk, '3', 'Appels du public')
  await focused(desk.getByRole('radiogroup', { name: 'Motif', exact: true }).getByRole('radio').first())
  await press(desk, 'Alt+u')
  await desk.getByRole('region', { name: 'Urgence vitale', exact: true }).waitFor()

  await hears(lead, 'Urgence vitale en ligne')
  const acknowledge = dialog.getByRole('button', { name: 'Je m’en occupe' })
  await acknowledge.waitFor()
  // In the same place as on the screen: it does not push the dialog's own buttons under the hand.
  const box = await acknowledge.boundingBox()
  expect(box?.y).toBeLessThan(120)
  await focused(reason)
  await tabTo(lead, acknowledge, 20)
  await press(lead, 'Enter')
  await dialog.getByText(/Vue par/).waitFor()
  await until(lead, hasFocus)
  expect(await reason.inputValue()).toBe('la crue monte')
  // Pressed once more by a hand that has not looked: nothing is closed.
  await press(lead, 'Enter')
  expect(await dialog.getByRole('button', { name: 'Clore', exact: true }).count()).toBe(1)

  await dialog.getByRole('button', { name: 'Annuler' }).click()
  await dialog.waitFor({ state: 'detached' })
  await hears(lead, 'Urgence vitale en ligne')
})

test('[E182] closing the emergency gives the focus back to what was being written', async () => {
  await goTo(lead, '5', 'Main courante')
  const note = lead.getByRole('textbox', { name: /^Nouvelle ligne/ })
  await note.fill('le maire a rappelé')
  await note.focus()
  await lead.getByRole('button', { name: 'Clore', exact: true }).click()
  await lead.getByRole('region', { name: /^Urgence vitale en ligne/ }).waitFor({ state: 'detached' })
  await focused(note)
  expect(await note.inputValue()).toBe('le maire a rappelé')
})

test('[E181] the second lead’s dialog says who closed the line, and Entrée reopens nothing', async () => {
  for (const page of [lead, other]) await goTo(page, '1', 'Situation')
  await press(lead, 'o')
  await lead.getByRole('textbox', { name: 'Motif pour ouvrir quand même' }).fill('tout est prêt')
  await press(lead, 'Enter')
  await lead.getByText('Ligne ouverte', { exact: true }).first().waitFor()

  const dialogs = []
  for (const page of [lead, other]) {
    await page.getByText('Ligne ouverte', { exact: true }).waitFor()
    await press(page, 'o')
    const dialog = page.getByRole('dialog', { name: 'Fermer la ligne' })
    await dialog.getByRole('textbox', { name: 'Motif' }).fill('plus d’appels')
    dialogs.push(dialog)
  }
  const [first, second] = dialogs
  if (first === undefined || second === undefined) throw new Error('two dialogs')
  await press(lead, 'Enter')
  await first.waitFor({ state: 'detached' })
  await second.getByText('Entre-temps, quelqu’un d’autre a agi.', { exact: true }).waitFor()
  await second.getByText(/^\d\d:\d\d, .+Ligne fermée/).waitFor()
  await press(other, 'Enter', 'Enter')
  expect(await second.getByRole('textbox').inputValue()).toBe('plus d’appels')
  await second.getByRole('button', { name: 'Fermer', exact: true }).last().click()
  await second.waitFor({ state: 'detached' })
  await other.getByRole('button', { name: /^Ouvrir la ligne/ }).waitFor()
  await until(other, hasFocus)
  for (const page of [lead, other])
    expect(await page.getByText('Ligne fermée', { exact: true }).count()).toBe(1)
})

test('[E182] a form that goes leaves the focus on something', async () => {
  const office = await consoles.open('sidsic', sessionOf(server.url, 'admin'), { path: '/reglages' })
  await office.getByRole('button', { name: 'Nouveau compte' }).click()
  await office.getByRole('textbox', { name: 'Nom affiché' }).fill('Jean Test')
  await office.getByRole('textbox', { name: 'Identifiant' }).fill('jtest')
  await office.getByRole('checkbox', { name: 'répondant', exact: true }).focus()
  await press(office, 'Space')
  const invite = office.getByRole('button', { name: 'Créer et obtenir le lien' })
  await invite.focus()
  await press(office, 'Enter')
  await invite.waitFor({ state: 'detached' })
  await until(office, hasFocus)
})

test('[E180] nobody’s page complained', () => {
  expect(consoles.faults).toEqual([])
})
