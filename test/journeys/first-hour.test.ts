import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { CAP_1_2 } from '@dec112/cap-ts'
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { lastSheets } from '#shared/calls/select.ts'
import { CrisisId } from '#shared/lib/id.ts'
import { sessionOf } from '../support/accounts.ts'
import { invite } from '../support/colleagues.ts'
import {
  activateByKeyboard,
  fillSheet,
  focused,
  goTo,
  logCall,
  press,
  tabTo,
  toSend,
} from '../support/desks.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'
import { isBlocking } from '#shared/roster/import.ts'
import { encodeRoster, fictionalFaults, fictionalRoster } from '../support/rosters/fictional.ts'

/*
 * The first hour of a real crisis, played at six consoles of one cell: each test goes on where the one before stopped.
 */

/** The standard's own schema lies beside the repository where the specifications are kept, and is not ours to copy. */
const schemaPath = new URL('../../../shared/specs/cap/CAP-v1.2.xsd', import.meta.url)

const { folder, consoles, keep } = beginJourney()
let server: ServerProcess
/** A program that sees what the room lead sees, to compare screens with. */
let watcher: HeadlessConsole
let switchboard: Page
let lead: Page
let odile: Page
let karim: Page
let comms: Page
let approver: Page

beforeAll(async () => {
  server = keep(
    await ServerProcess.start({
      DATA_DIR: folder,
      DEPARTMENTS: '95,60',
      INSTALLATION_NAME: 'Préfecture du Val-d’Oise',
    }),
  )
  const { url } = server
  const second = await invite(url, { login: 'karim', name: 'Karim Benali', roles: ['callTaker'] })
  watcher = keep(await HeadlessConsole.connect(sessionOf(url, 'teamLead')))
  const open = consoles.open.bind(consoles)
  ;[switchboard, lead, odile, karim, comms, approver] = await Promise.all([
    open('standard', sessionOf(url, 'switchboard')),
    open('salle', sessionOf(url, 'roomLead')),
    open('odile', sessionOf(url, 'callTaker')),
    open('karim', second),
    open('communication', sessionOf(url, 'comms')),
    open('cabinet', sessionOf(url, 'approver')),
  ])
})
// Each step needs what the one before made.
let stoppedAt: string | null = null
// A step that is seen again is no step before itself: skipped, it would count as neither passed nor failed.
beforeEach(({ task, skip }) =>
  skip(stoppedAt !== null && stoppedAt !== task.name, 'a step before this one failed'),
)
afterEach(({ task }) => {
  if (task.result?.state === 'fail') stoppedAt = task.name
  else if (stoppedAt === task.name) stoppedAt = null
})

const everyone = () => [switchboard, lead, odile, karim, comms, approver]

test('[E1] a file of 120 members says its five faulty lines, and only what is confirmed enters the pool', async () => {
  await switchboard.getByText('Vivier vide : importez les membres').waitFor()
  const hr = await consoles.open('rh', sessionOf(server.url, 'hr'), { path: '/vivier' })
  await hr.getByText('Le vivier est vide.').waitFor()
  await press(hr, 'i')
  const buffer = Buffer.from(encodeRoster(fictionalRoster({ separator: ';' }), 'windows-1252'))
  await hr.locator('input[type=file]').setInputFiles({ name: 'vivier.csv', mimeType: 'text/csv', buffer })

  for (const { line, column, code } of fictionalFaults) {
    const problems = hr.getByRole('region', { name: isBlocking(code) ? /^Lignes à corriger/ : /^Remarques/ })
    const start = new RegExp(`^${line}\\s.+\\s${column ?? 'toute la ligne'}`)
    await problems.getByRole('row', { name: start }).waitFor()
  }
  const confirm = hr.getByRole('button', { name: /^Importer : 118 ajoutés/ })
  expect(await confirm.isDisabled()).toBe(true)
  await hr.getByRole('checkbox', { name: /^Importer sans ces 2 lignes/ }).press('Space')
  expect(watcher.state.standing.roster.members).toEqual({})
  await confirm.press('Enter')
  await hr.getByRole('main').getByText('Le vivier est à jour.').waitFor()
  for (const page of everyone()) await page.getByText('118 membres au vivier').waitFor()
  await consoles.close('rh')
})

test('[E2] the cell is activated under the keyboard alone, and every console has it at once', async () => {
  await activateByKeyboard(switchboard, { kind: 'real', posts: 4, number: '01 34 25 25 25' })
  for (const page of everyone()) {
    await page.getByRole('banner').getByText('Crue – Persan, Beaumont-sur-Oise').waitFor()
    await page.getByRole('timer', { name: /T0/ }).first().waitFor()
  }
  expect(await lead.getByText('EXERCICE').count()).toBe(0)
  await watcher.follow(CrisisId.parse(Object.keys(watcher.state.crises)[0]))
})

test('[E3] two operators call members in by hand, each their own, until the posts are covered', async () => {
  const hands = [switchboard, lead]
  for (const page of hands) {
    await goTo(page, '2', 'Rappel des membres')
    await page.getByText('4 personnes à trouver encore.').waitFor()
    await press(page, 'Enter')
  }
  const inHand = async (page: Page) =>
    page.getByRole('region', { name: 'En cours' }).getByRole('heading', { level: 3 }).textContent()
  expect(await inHand(switchboard)).not.toBe(await inHand(lead))
  await switchboard.getByText('pris par Essai roomLead').waitFor()

  // Comes, voicemail, comes: each answer brings the next member without another key.
  for (const key of ['1', '6', '1']) {
    for (const page of hands) {
      const before = await inHand(page)
      await press(page, key)
      await expect.poll(() => inHand(page)).not.toBe(before)
    }
  }
  for (const page of hands) {
    await page.getByText('confirmés pour 4 postes').waitFor()
    await page.getByText('Couverts à').waitFor()
    await press(page, 'Escape')
  }
})

test('[E4] who arrives is let in and seated from the keyboard, and every screen counts it', async () => {
  await press(switchboard, 'v')
  await switchboard.getByRole('list', { name: 'Attendus' }).getByRole('listitem').nth(3).waitFor()
  await press(switchboard, 'ArrowDown')
  for (let left = 3; left >= 0; left -= 1) {
    await press(switchboard, 'a')
    await expect
      .poll(() => switchboard.getByRole('list', { name: 'Attendus' }).getByRole('listitem').count())
      .toBe(left)
  }
  const onSite = switchboard.getByRole('list', { name: 'Sur place' })
  for (let post = 1; post <= 4; post += 1) {
    await onSite
      .getByRole('button', { name: `Au poste ${post}` })
      .first()
      .click()
    // Not the button that offers it: the next press would fall on a row that moves.
    await onSite
      .getByText(new RegExp(String.raw`^Poste ${post}\b`, 'u'))
      .first()
      .waitFor()
  }
  await odile.getByRole('region', { name: 'Sommes-nous couverts' }).getByText('sur 4 postes').waitFor()
  await odile.getByText('Tous ceux qu’il faut sont sur place.').waitFor()
})

test('[E5] the line stays closed while a critical step is open, and opens once they are done', async () => {
  await goTo(lead, '1', 'Situation')
  await press(lead, 'o')
  const dialog = lead.getByRole('dialog', { name: 'Ouvrir la ligne' })
  await dialog.getByText('Des étapes critiques restent ouvertes').waitFor()
  expect(await dialog.getByRole('listitem').count()).toBe(4)
  await dialog.getByRole('button', { name: 'Ouvrir quand même' }).click()
  await dialog.getByText('indiquez-le, il restera dans la main courante').waitFor()
  await press(lead, 'Escape')
  await lead.getByText('Ligne fermée').waitFor()

  for (;;) {
    const critical = lead.getByRole('checkbox', { name: /critique$/, checked: false })
    const left = await critical.count()
    if (left === 0) break
    await critical.first().press('Space')
    await expect.poll(() => critical.count()).toBe(left - 1)
  }
  await press(lead, 'o')
  await dialog.getByRole('button', { name: 'Ouvrir la ligne' }).click()
  await odile.getByText('Ligne ouverte', { exact: true }).waitFor()
})

const related = '06 39 98 77 01'

/** Plain calls of one desk, one after the other, as fast as the keys go. */
async function logCalls(page: Page, count: number): Promise<void> {
  const reasons = [['1', '3'], ['2', '1'], ['3', '1'], ['9', '1']] as const // prettier-ignore
  for (let n = 0; n < count; n += 1) {
    const reason = reasons[n % reasons.length] ?? reasons[0]
    await logCall(page, { reason, outcome: 'r', ...(n % 2 === 0 ? { commune: 'persan' } : {}) })
  }
}

/** The caller's number on the open sheet; the focus stays in it. */
async function typeCaller(page: Page, phone: string): Promise<void> {
  await press(page, 'F2')
  await focused(page.getByRole('textbox', { name: /^Téléphone/ }))
  await page.keyboard.type(phone)
}

test('[E6] twenty calls at two desks, two of them at the same instant on linked sheets: all are kept', async () => {
  const desks = [odile, karim]
  for (const page of desks) await goTo(page, '3', 'Appels du public')
  await Promise.all(desks.map((page) => logCalls(page, 8)))

  await fillSheet(odile, { reason: ['4', '2'], commune: 'persan', outcome: 'r' })
  await typeCaller(odile, related)
  await press(odile, 'Control+Enter')
  await watcher.until(() => watcher.crisis.calls.counters.total === 17)
  const first = lastSheets(watcher.crisis.calls)[0]?.id

  for (const page of desks) {
    await fillSheet(page, { reason: ['4', '2'], commune: 'beaumont', outcome: 'r' })
    await typeCaller(page, related)
    await page
      .getByRole('form', { name: 'Fiche' })
      .getByText(/^Même numéro/)
      .waitFor()
    await press(page, 'Alt+l')
    await page.getByRole('button', { name: /^Ne plus lier/ }).waitFor()
  }
  await Promise.all(desks.map((page) => press(page, 'Control+Enter')))
  await watcher.until(() => watcher.crisis.calls.counters.total === 19)
  const [a, b, told] = lastSheets(watcher.crisis.calls)
  expect(told?.id).toBe(first)
  expect(new Set(told?.links)).toEqual(new Set([a?.id, b?.id]))
  expect([a?.links, b?.links]).toEqual([[first], [first]])
})

test('[E7] a promised call-back asks for its number and time, and waits in everybody’s list', async () => {
  await fillSheet(karim, { reason: ['6', '3'], commune: 'persan', outcome: 'p' })
  await focused(karim.getByRole('textbox', { name: /^Téléphone/ }))
  await karim.keyboard.type('06 39 98 77 02')
  await tabTo(karim, karim.getByRole('radiogroup', { name: 'À rappeler' }).getByRole('radio').first(), 8)
  await press(karim, '1', 'Control+Enter')
  const waiting = odile.getByRole('region', { name: 'À rappeler' })
  await waiting.getByRole('listitem').waitFor()
  await waiting.getByRole('button', { name: /^Prendre(?! le plus ancien)/ }).click()
  await karim.getByText('pris par Essai callTaker').waitFor()
  await lead
    .getByRole('region', { name: 'Qui attend' })
    .getByText(/^Promis pour/)
    .waitFor()
  expect(watcher.crisis.calls.counters.total).toBe(20)
})

test('[E8] a text is written, approved by another person, read by every call taker, and published', async () => {
  await goTo(comms, '4', 'Messages au public')
  await press(comms, 'n')
  await comms.getByRole('dialog', { name: 'Partir d’un modèle' }).waitFor()
  await comms.keyboard.type('reflexe')
  await tabTo(comms, comms.getByRole('button', { name: /^Message réflexe/ }))
  await press(comms, 'Enter')
  await comms.getByRole('textbox', { name: 'Blanc à remplir : depuis' }).fill('2 h 10')
  await comms
    .getByRole('textbox', { name: 'Blanc à remplir : geste à faire tout de suite' })
    .fill('Montez à l’étage.')
  await press(comms, 'Control+Enter')
  await comms.getByText('Vous avez rédigé ce texte : une autre personne doit le valider.').waitFor()
  expect(await comms.getByRole('button', { name: /^Publier/ }).count()).toBe(0)

  await goTo(approver, '4', 'Messages au public')
  await approver.getByRole('region', { name: 'Texte figé' }).getByText('Montez à l’étage.').waitFor()
  await press(approver, 'v')
  for (const page of [odile, karim]) {
    await page.getByText('Version 1 : lisez, puis confirmez.').waitFor()
    await press(page, 'v')
    await page.getByText(/^Lu à /).waitFor()
  }
  expect(await (await fetch(`${server.url}/info`)).text()).not.toContain('Montez à l’étage.')

  await comms.getByRole('button', { name: /^Publier/ }).waitFor()
  await press(comms, 'p')
  await comms.getByRole('dialog', { name: 'Publier ce message ?' }).waitFor()
  await press(comms, 'Enter')
  await comms.getByRole('region', { name: 'Publiés' }).getByRole('button').waitFor()
})

test('[E9] the public reads it without script, and machines as feeds and as a valid CAP alert', async () => {
  // Without script it stays as it was opened: not before what was published is on it.
  await expect.poll(async () => (await fetch(`${server.url}/info`)).text()).toContain('Montez')
  const page = await consoles.open('public', server.url, { path: '/info', javaScriptEnabled: false })
  await page.getByRole('heading', { level: 1, name: 'Crue – Persan, Beaumont-sur-Oise' }).waitFor()
  await page.getByText('Montez à l’étage.').first().waitFor()
  await page.getByText('01 34 25 25 25').first().waitFor()

  const read = async (path: string) => (await fetch(`${server.url}/info/${path}`)).text()
  for (const feed of ['atom.xml', 'rss.xml', 'feed.json'])
    expect(await read(feed)).toContain('mettez-vous à l’abri')
  const [, alert = ''] = /href="[^"]*\/info\/(cap\/[^"]+\.xml)"/.exec(await read('cap.atom')) ?? []
  const xml = await read(alert)
  const { alert: parsed } = (await CAP_1_2.Alert.fromXML(xml)) as { alert?: unknown }
  expect(parsed ?? xml).toBeTruthy()
  if (!existsSync(schemaPath)) return
  const schema = [readFileSync(schemaPath, 'utf8')]
  expect((await validateXML({ xml: [{ fileName: 'alert.xml', contents: xml }], schema })).errors).toEqual([])
})

test('[E10] the server is killed in the middle of typing; all go on, and what waited is sent once', async () => {
  // Her hand was on the call-back list: the key of the next call brings it back to the sheet.
  await press(odile, 'n')
  await fillSheet(odile, { reason: ['2', '1'], commune: 'persan', outcome: 'r' })
  await server.kill('SIGKILL')
  await odile.getByRole('textbox', { name: /^Note/ }).fill('Pont de Persan fermé')
  await odile.getByText('hors ligne', { exact: true }).waitFor()
  await press(odile, 'Control+Enter')
  await toSend(odile).waitFor()
  await odile.getByText(/^Hors ligne.*1 à transmettre/).waitFor()

  await server.start()
  await Promise.all(everyone().map((page) => page.getByText('en direct').waitFor()))
  await expect.poll(() => toSend(odile).count()).toBe(0)
  await watcher.until(() => watcher.isLoaded && watcher.crisis.calls.counters.total === 21)
  await logCall(karim, { reason: ['1', '1'], outcome: 'r' })
  await watcher.until(() => watcher.crisis.calls.counters.total === 22)
})

test('[E11] the logbook tells it all, in order, and the chain verifies', async () => {
  await goTo(lead, '5', 'Main courante')
  const lines = lead.getByRole('group', { name: 'Lignes de la main courante' })
  await lead
    .getByRole('textbox', { name: 'Nouvelle ligne' })
    .fill('Le maire de Persan demande des sacs de sable')
  await press(lead, 'Enter')
  await lines.getByText('Le maire de Persan demande des sacs de sable').waitFor()
  await lead.getByRole('searchbox', { name: /^Chercher/ }).fill('abri valide')
  await lines.getByText(/^Validé\s: «\sInondation/).waitFor()

  const session = sessionOf(server.url, 'roomLead')
  const csv = await fetch(`${server.url}/api/register/logbook.csv?crisis=${watcher.view.replica.crisis}`, {
    headers: { cookie: session.cookie },
  })
  const told = await csv.text()
  for (const fact of ['CIP activée', 'Ligne ouverte', 'prend le poste 4', 'sacs de sable'])
    expect(told).toContain(fact)
  expect(await verify()).toContain('chaîne intacte')
  expect(consoles.faults).toEqual([])
})

/** `npm run verify`, beside the running server. */
async function verify(): Promise<string> {
  const child = spawn(process.execPath, ['scripts/verify.ts'], { env: { DATA_DIR: folder } })
  let words = ''
  child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()))
  const [code] = await once(child, 'exit')
  return `${words} (${code})`
}
