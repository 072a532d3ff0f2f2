import type { Page } from 'playwright-core'
import { screens, type Screen } from './screens.ts'

/** A state that a hand, a fault or an hour brings a screen to. Its picture is `<state>/<name>-<look>.png`. */
export type Occasion = Readonly<{
  state: string
  name: string
  screen: Screen
  act: (page: Page) => Promise<unknown>
}>

type Acts = Readonly<Record<string, readonly [screen: string, act: Occasion['act']]>>

/** The crisis is running and the server answers. */
export const atWork: readonly Occasion[] = [
  ...occasions('en-main', {
    palette: ['situation', (page) => openDialog(page, 'Control+k')],
    touches: ['situation', (page) => openDialog(page, '?')],
    compte: ['situation', (page) => page.locator('.shell__here .ui-disclosure__button').click()],
    'modifier-la-crise': ['situation', (page) => conduct(page, 'Modifier la crise')],
    'changer-de-niveau': ['situation', (page) => conduct(page, 'Changer de niveau')],
    'clore-la-crise': ['situation', (page) => conduct(page, 'Clore la crise')],
    rappel: ['rappel', takeNext],
    arrivees: ['rappel', (page) => page.getByText('Arrivées').click()],
    fiche: ['appels', fillSheet],
    'fiche-ouverte': ['appels-chef', openLastSheet],
    'nouveau-message': ['messages', (page) => openDialog(page, 'n')],
    'texte-en-cours': ['messages', beginMessage],
    'texte-publie': ['messages', (page) => page.locator('.msg-list button').last().click()],
    modele: ['modeles', (page) => ask(page, /^Relire/)],
    'personne-recherchee': ['appels', (page) => openPart(page, 'Personne recherchée')],
    'a-remonter': ['appels', (page) => openPart(page, 'À remonter')],
    'details-de-la-fiche': ['appels', (page) => openPart(page, 'Détails')],
    rayer: ['main-courante', (page) => ask(page, /^Rayer la ligne/)],
    membre: ['vivier', (page) => ask(page, /^Lacroix/)],
    import: ['vivier', (page) => importList(page)],
    'nouveau-compte': ['reglages', (page) => page.getByRole('button', { name: 'Nouveau compte' }).click()],
  }),
  ...occasions('refus', {
    connexion: ['connexion', signInWrongly],
    bienvenue: ['bienvenue', (page) => page.getByRole('heading').first().waitFor()],
    activation: ['activation', activateNothing],
    fiche: ['appels', (page) => page.keyboard.press('Control+Enter')],
    message: ['messages', submitUnfilled],
    'personne-recherchee': ['appels', seekNobody],
    modele: ['modeles', async (page) => (await ask(page, 'Nouveau modèle'), save(page))],
    membre: ['vivier', async (page) => (await openDialog(page, 'a'), save(page))],
    compte: ['reglages', inviteWrongly],
    ligne: ['main-courante', noteWrongly],
    'fermer-la-ligne': ['situation', async (page) => (await conduct(page, 'Fermer la ligne'), confirm(page))],
  }),
  ...occasions('liste-en-panne', {
    'main-courante': ['main-courante', readWithoutRegister],
    appels: ['appels', (page) => cutRegister(page).then(() => lookForSheet(page, 'persan'))],
    impression: ['main-courante', (page) => cutRegister(page).then(() => page.getByText('Imprimer').click())],
  }),
  ...occasions('sans-resultat', {
    appels: ['appels', (page) => lookForSheet(page, 'zanzibar')],
    'main-courante': ['main-courante', (page) => lookFor(page, 'zanzibar')],
    vivier: ['vivier', (page) => lookFor(page, 'zanzibar')],
    comptes: ['reglages', (page) => lookFor(page, 'zanzibar')],
    adresse: ['nulle-part', () => Promise.resolve()],
  }),
  ...occasions('a-recharger', { situation: ['situation', speakOldProtocol] }),
  ...occasions('disque-plein', {
    situation: ['situation', hearNothingIsStored],
    appels: ['appels', hearNothingIsStored],
    validation: ['messages-validation', hearNothingIsStored],
    mur: ['mur', hearNothingIsStored],
  }),
]

/** A text waits for its approval. */
export const beforeApproval = occasions('en-main', {
  validation: ['messages-validation', openWaiting],
  renvoyer: ['messages-validation', async (page) => (await openWaiting(page), ask(page, /^Renvoyer/))],
})

/** It is approved. */
export const beforePublication = occasions('en-main', {
  publier: ['messages', async (page) => (await openFirst(page, 'Validés, à publier'), ask(page, /^Publier/))],
})

/** An emergency runs. */
export const inEmergency = onScreens('urgence', ['situation', 'appels', 'appels-chef', 'mur'])

/** A member and a sheet have been erased. */
export const afterErasure: readonly Occasion[] = [
  ...onScreens('donnee-effacee', ['rappel', 'main-courante', 'vivier']),
  ...occasions('donnee-effacee', { appels: ['appels-chef', seeErased] }),
]

/** The crisis is closed: everybody reads. */
export const afterClosure = onScreens('close', [
  'situation', 'rappel', 'appels', 'messages', 'main-courante', 'mur', 'info-exercice',
]) // prettier-ignore

/** What one still does with an open screen when the server is away. */
export const alone: readonly Occasion[] = occasions('sans-serveur', {
  'appels-a-transmettre': [
    'appels',
    async (page) => (await fillSheet(page), page.keyboard.press('Control+Enter')),
  ],
  'main-courante-a-transmettre': ['main-courante', note],
  'situation-redemarree': ['situation', (page) => page.reload()],
})

/** Screens as they open. */
export function asTheyAre(state: string, chosen: readonly Screen[]): readonly Occasion[] {
  return chosen.map((screen) => ({ state, name: screen.name, screen, act: () => Promise.resolve() }))
}

function occasions(state: string, acts: Acts): readonly Occasion[] {
  return Object.entries(acts).map(([name, [screen, act]]) => ({ state, name, screen: screenOf(screen), act }))
}

function onScreens(state: string, names: readonly string[]): readonly Occasion[] {
  return asTheyAre(state, names.map(screenOf))
}

function screenOf(name: string): Screen {
  const screen = screens.find((one) => one.name === name)
  return (
    screen ?? { name, path: `/${name}`, login: name === 'bienvenue' ? null : 'chef-salle', isDesk: false }
  )
}

async function openDialog(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys)
  await page.getByRole('dialog').waitFor()
}

async function ask(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('dialog').waitFor()
}

async function conduct(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: /^Conduire la crise/ }).click()
  await page.getByRole('menuitem', { name: act }).click()
  await page.getByRole('dialog').waitFor()
}

function confirm(page: Page): Promise<void> {
  return page.getByRole('dialog').getByRole('button', { name: 'Fermer la ligne' }).click()
}

function save(page: Page): Promise<void> {
  return page
    .getByRole('dialog')
    .getByRole('button', { name: /^Enregistrer/ })
    .click()
}

async function takeNext(page: Page): Promise<void> {
  // Taken in one look, still in hand in the next.
  const inHand = page.locator('.callin-phones')
  if ((await inHand.count()) > 0) return
  await page.getByRole('button', { name: /^Rappeler la personne suivante/ }).click()
  await inHand.waitFor()
}

/** A road is cut, somewhere; answered. */
async function fillSheet(page: Page): Promise<void> {
  for (const key of ['2', '1', 'Tab', 'r']) await page.keyboard.press(key)
}

/** On a sheet of its own, a relative looks for somebody: every part is offered. */
async function openPart(page: Page, part: string): Promise<void> {
  for (const key of ['Alt+n', '4', '1']) await page.keyboard.press(key)
  await page.getByRole('button', { name: part }).click()
  await page.locator('[data-part]').last().scrollIntoViewIfNeeded()
}

async function seekNobody(page: Page): Promise<void> {
  await openPart(page, 'Personne recherchée')
  await page.keyboard.press('Tab')
  await page.getByRole('radio', { name: 'répondu', exact: true }).click()
  await page.keyboard.press('Control+Enter')
  await page.getByText('au moins le nom').first().waitFor()
}

async function openLastSheet(page: Page): Promise<void> {
  await page.keyboard.press('F3')
  await page.locator('.calls__last button').first().click()
  await page.getByRole('dialog').waitFor()
}

async function seeErased(page: Page): Promise<void> {
  const erased = page.getByText('donnée effacée').first()
  await erased.waitFor()
  await erased.scrollIntoViewIfNeeded()
}

function openFirst(page: Page, group: string): Promise<void> {
  return page.getByRole('region', { name: group }).getByRole('button').first().click()
}

/** An approver finds it open; on a phone the list gives way to it. */
async function openWaiting(page: Page): Promise<void> {
  await page.getByText('Texte figé').waitFor()
}

async function beginMessage(page: Page): Promise<void> {
  await openDialog(page, 'n')
  await page.getByText('Point de situation').last().click()
  await page.locator('.msg-blank').first().waitFor()
}

async function submitUnfilled(page: Page): Promise<void> {
  await beginMessage(page)
  await page.keyboard.press('Control+Enter')
  await page.getByText('Reste à faire').first().waitFor()
}

async function importList(page: Page): Promise<void> {
  await page.keyboard.press('i')
  const buffer = Buffer.from(faultyList)
  await page.locator('input[type="file"]').setInputFiles({ name: 'vivier.csv', mimeType: 'text/csv', buffer })
  await page.getByText('Lignes à corriger').waitFor()
}

const faultyList = `Nom;Prénom;Service;Portable;Distance
Garnier;Odile;Préfecture – cabinet;06 39 98 77 01;12
Sans numéro;Jean;DDT;;5
Lointain;Anne-Élisabeth;Direction départementale de l’emploi, du travail, des solidarités et de la protection des populations;06 39 98 77 02;quarante
;Personne;DDT;06 39 98 77 03;3
Roux;Léa;SGCD;06 39;8
`

async function activateNothing(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByText('indiquez un nom').first().waitFor()
}

async function signInWrongly(page: Page): Promise<void> {
  await page.getByLabel('Identifiant').fill('standard')
  await page.locator('input[type="password"]').fill('pas le bon mot de passe')
  await page.keyboard.press('Enter')
  await page.getByText('incorrect').first().waitFor()
}

async function inviteWrongly(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nouveau compte' }).click()
  await page.getByRole('button', { name: 'Créer et obtenir le lien' }).click()
}

async function noteWrongly(page: Page): Promise<void> {
  await page.getByLabel('Nouvelle ligne').fill('Le maire de Montbrisac demande des sacs de sable')
  await page.getByLabel('Heure du fait').fill('27 h')
  await page.keyboard.press('Enter')
}

async function note(page: Page): Promise<void> {
  await page.getByLabel('Nouvelle ligne').fill('Le maire de Montbrisac demande des sacs de sable')
  await page.keyboard.press('Enter')
  await page.getByText('à transmettre').first().waitFor()
}

async function lookFor(page: Page, text: string): Promise<void> {
  await page.locator('main input[type="search"]').last().fill(text)
  const answer = page.getByText(/correspond|répond pas/).first()
  await answer.waitFor()
  await answer.scrollIntoViewIfNeeded()
}

async function lookForSheet(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F3')
  await lookFor(page, text)
}

/** Down to where the live lines end. */
async function readWithoutRegister(page: Page): Promise<void> {
  await cutRegister(page)
  await page.reload()
  await page.getByText('en direct').waitFor()
  await page.locator('.ui-list__scroller').hover()
  await page.mouse.wheel(0, 20_000)
  await page.getByText('ne peuvent pas être lues').waitFor()
}

function cutRegister(page: Page): Promise<unknown> {
  return page.route('**/api/register/**', (route) => route.abort())
}

/** As a console left open through an update of the server. */
async function speakOldProtocol(page: Page): Promise<void> {
  await page.routeWebSocket(/socket\.io/, (line) => {
    const server = line.connectToServer()
    line.onMessage((message) => {
      server.send(typeof message === 'string' ? message.replace(/"protocol":\d+/, '"protocol":0') : message)
    })
  })
  await page.reload()
  await page.getByText('à recharger', { exact: true }).waitFor()
}

/** As when the server's disk is full. */
async function hearNothingIsStored(page: Page): Promise<void> {
  await page.routeWebSocket(/socket\.io/, (line) => {
    line.connectToServer().onMessage((message) => {
      line.send(
        typeof message === 'string' ? message.replace('"isStoring":true', '"isStoring":false') : message,
      )
    })
  })
  await page.reload()
  await page.getByText('ne peut plus rien enregistrer').first().waitFor()
}
