import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { acceptInvitation, post, type Session } from '#scripts/headless/session.ts'
import { personOf, sessionOf } from '../support/accounts.ts'
import { activateByKeyboard, conduct, press, tabTo } from '../support/desks.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const { folder, consoles, keep } = beginJourney({ keepsItself: false })
const secret = 'quatre mots bien choisis'
let server: ServerProcess
let admin: Page
let second: Page
let bruno: Session

beforeAll(async () => {
  server = keep(await ServerProcess.start({ DATA_DIR: folder, DEPARTMENTS: '95' }))
  const account = { login: 'bruno', name: 'Bruno Lenoir', roles: ['admin'] }
  const { token } = await post<{ token: string }>(
    sessionOf(server.url, 'admin'),
    '/api/access/accounts',
    account,
  )
  bruno = await acceptInvitation(server.url, token, secret)
  admin = await consoles.open('admin', sessionOf(server.url, 'admin'), { path: '/reglages' })
  second = await consoles.open('bruno', bruno)
})

const focused = (page: Page) => page.locator(':focus')

/** By keyboard alone: Tab to it, Entrée. */
async function activate(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name }).first()
  await button.waitFor()
  await tabTo(page, button, 80)
  await press(page, 'Enter')
}

test('[A169] [A163] one asks for an approver, another says yes at their own screen, the person needs both halves', async () => {
  await activate(admin, 'Nouveau compte')
  await focused(admin)
    .and(admin.getByRole('textbox', { name: 'Nom affiché' }))
    .fill('Odile Garnier')
  await admin.getByRole('textbox', { name: 'Identifiant' }).fill('o.garnier')
  await admin.getByRole('checkbox', { name: 'validation', exact: true }).press('Space')
  await admin.getByText('Ce rôle se donne à deux : une autre personne devra').waitFor()
  await activate(admin, 'Créer et obtenir le lien')
  await focused(admin).getByText('Demande faite pour Odile Garnier').waitFor()
  const link = new URL((await admin.getByText('/bienvenue#invitation-a-deux=').textContent()) ?? '')
  await admin.getByText('Vos demandes, qui attendent une autre personne').waitFor()

  await second.getByText('Une demande attend votre accord').waitFor()
  await activate(second, 'Voir dans les réglages')
  await activate(second, 'Donner mon accord')
  const dialog = second.getByRole('dialog', { name: 'Donner votre accord' })
  await dialog.getByText('nouveau compte : Odile Garnier (validation)').waitFor()
  await tabTo(second, dialog.getByRole('button', { name: 'Donner mon accord' }))
  await press(second, 'Enter')
  await focused(second).getByText('Code à donner vous-même à la personne').waitFor()
  const code = (await second.locator('.access-link').textContent()) ?? ''

  const odile = await consoles.open('odile', server.url, { path: link.pathname + link.hash })
  const field = odile.getByRole('textbox', { name: 'Code à 16 chiffres' })
  await field.fill('1234')
  await press(odile, 'Enter')
  await focused(odile).and(field).waitFor()
  await field.fill(code)
  await press(odile, 'Enter')
  await odile.getByText('Bonjour Odile Garnier').waitFor()
  await odile.getByRole('textbox', { name: 'Nouveau mot de passe' }).fill(secret)
  await odile.getByRole('textbox', { name: 'Le même, une seconde fois' }).fill(secret)
  await press(odile, 'Enter')
  await odile.getByRole('heading', { level: 1, name: 'Situation' }).waitFor()
  await odile.getByText('reposent sur une seule personne').waitFor()
  expect(consoles.faults).toEqual([])
})

test('[A169] what is declined or taken back says so where the row stood, and the focus is there', async () => {
  const account = personOf('approver')
  const reissue = () => post(sessionOf(server.url, 'admin'), '/api/access/accounts/reissue', { account })
  await reissue()
  await activate(second, 'Refuser')
  const dialog = second.getByRole('dialog', { name: 'Refuser cette demande' })
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Rien ne m’a été dit')
  await press(second, 'Enter')
  await focused(second).getByText('Demande refusée.').waitFor()
  await reissue()
  await admin.getByRole('button', { name: 'Retirer' }).press('Enter')
  await focused(admin).getByText('Demande retirée.').waitFor()
})

test('[A171] [A161] at night one press switches a deputy on; exercise control is offered nothing in a real crisis', async () => {
  const account = personOf('callTaker')
  const asked = { account, role: 'approver' }
  const { request } = await post<{ request: string }>(
    sessionOf(server.url, 'admin'),
    '/api/access/accounts/deputy',
    asked,
  )
  await post(bruno, '/api/access/requests/confirm', { request })
  const lead = await consoles.open('chef', sessionOf(server.url, 'roomLead'))
  await activateByKeyboard(lead, { kind: 'real', posts: 2 })
  await conduct(lead, 'Suppléance')
  const dialog = lead.getByRole('dialog', { name: 'Ouvrir une suppléance' })
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Validation injoignable')
  await press(lead, 'Enter')
  await lead.getByText('Essai callTaker supplée : validation').waitFor()

  const control = await consoles.open('animation', sessionOf(server.url, 'exerciseControl'))
  await control.getByText('Essai callTaker supplée').waitFor()
  expect(await control.getByRole('button', { name: /^Ouvrir la ligne/ }).count()).toBe(0)
  // An exercise beside the crisis is hers to open; nothing of the crisis itself is.
  await control.getByRole('button', { name: /^Conduire la crise/ }).click()
  expect(await control.getByRole('menuitem').allTextContents()).toEqual(['Activer une autre crise'])
  await control.goto(`${server.url}/activation`)
  await control.getByRole('radio', { name: /^Exercice/ }).waitFor()
  expect(await control.getByRole('radio', { name: /^Réel/ }).count()).toBe(0)
  await control.goto(`${server.url}/appels`)
  await control.getByRole('heading', { level: 1 }).waitFor()
  expect(await control.getByRole('button', { name: 'Enregistrer' }).count()).toBe(0)
  expect(consoles.faults).toEqual([])
})
