import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { sessionOf } from '../support/accounts.ts'
import { press } from '../support/desks.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'

const { folder, consoles, keep } = beginJourney({ keepsItself: false })
let server: ServerProcess

beforeAll(async () => {
  server = keep(await ServerProcess.start({ DATA_DIR: folder }))
})

/** Twice, as the form asks. */
async function choosePassword(page: Page, first: string, again = first): Promise<void> {
  await page.getByRole('textbox', { name: 'Nouveau mot de passe' }).fill(first)
  await page.getByRole('textbox', { name: 'Le même, une seconde fois' }).fill(again)
  await press(page, 'Enter')
}

const focused = (page: Page) => page.locator(':focus')

test('[A15] an invitation is made, opened and accepted on screen, each fault said beside its field and the first in focus', async () => {
  const admin = await consoles.open('admin', sessionOf(server.url, 'admin'), { path: '/reglages' })
  await admin.getByRole('button', { name: 'Nouveau compte' }).click()
  const name = admin.getByRole('textbox', { name: 'Nom affiché' })
  await focused(admin).and(name).waitFor()
  await admin.getByRole('button', { name: 'Créer et obtenir le lien' }).click()
  for (const fault of ['Nom affiché : indiquez un nom.', 'Identifiant : 2 à 40', 'Rôles : cochez-en']) {
    await admin.getByText(fault).waitFor()
  }
  await focused(admin)
    .and(admin.getByRole('textbox', { name: 'Nom affiché' }))
    .fill('Odile Garnier')
  await admin.getByRole('textbox', { name: 'Identifiant' }).fill('o.garnier')
  await admin.getByRole('checkbox', { name: 'répondant', exact: true }).press('Space')
  await admin.getByRole('button', { name: 'Créer et obtenir le lien' }).click()
  const link = new URL((await admin.getByText('/bienvenue#invitation=').textContent()) ?? '')

  const odile = await consoles.open('odile', server.url, { path: link.pathname + link.hash })
  await odile.getByText('Bonjour Odile Garnier. Votre identifiant est « o.garnier ».').waitFor()
  await choosePassword(odile, 'court')
  await odile.getByText('Mot de passe : 12 caractères au moins.').waitFor()
  await focused(odile)
    .and(odile.getByRole('textbox', { name: 'Nouveau mot de passe' }))
    .waitFor()
  await choosePassword(odile, 'quatre mots bien choisis', 'quatre mots mal choisis')
  await odile.getByText('Les deux saisies sont différentes').waitFor()
  await choosePassword(odile, 'quatre mots bien choisis')
  await odile.getByRole('heading', { level: 1, name: 'Situation' }).waitFor()
  expect(consoles.faults).toEqual([])
})

test('[A16] a set-up link that can no longer serve says so, and what was typed is still there', async () => {
  const late = await consoles.open('late', server.url, {
    path: `/bienvenue#mise-en-service=${'a'.repeat(43)}`,
  })
  const name = late.getByRole('textbox', { name: 'Nom affiché' })
  await name.fill('Karim Benali')
  await late.getByRole('textbox', { name: 'Identifiant' }).fill('k.benali')
  await choosePassword(late, 'quatre mots bien choisis')
  await late.getByText('Ce lien a expiré ou a déjà servi').waitFor()
  expect(await name.inputValue()).toBe('Karim Benali')
})
