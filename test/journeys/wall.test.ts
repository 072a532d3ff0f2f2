import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { HeadlessConsole, newCommandId } from '#scripts/headless/headless-console.ts'
import { CommandId, UrgentId, type CrisisId } from '#shared/lib/id.ts'
import { minute } from '#shared/lib/time.ts'
import { sessionOf } from '../support/accounts.ts'
import { publishText } from '../support/busy-cell.ts'
import { focused, goTo, press } from '../support/desks.ts'
import { floodOrder } from '../support/flood-order.ts'
import { beginJourney } from '../support/journey.ts'
import { member } from '../support/members.ts'
import { ServerProcess } from '../support/process.ts'
import { content, logCall, odile, persan } from '../support/sheets.ts'

/* The room's wall and the logbook, looked at while others act. */

const { folder, consoles, keep } = beginJourney({ keepsItself: false })
let server: ServerProcess
let taker: HeadlessConsole
let crisis: CrisisId
let wall: Page

beforeAll(async () => {
  server = keep(await ServerProcess.start({ DATA_DIR: folder }))
  crisis = await openEarlier()
  taker = keep(await HeadlessConsole.connect(sessionOf(server.url, 'callTaker'), { crisis }))
  wall = await consoles.open('mur', sessionOf(server.url, 'itSupport'), { path: '/mur' })
})

/** A crisis whose order came forty minutes ago, so that calls can lie in past periods of ten minutes. */
async function openEarlier(): Promise<CrisisId> {
  const switchboard = await HeadlessConsole.connect(sessionOf(server.url, 'switchboard'))
  const id = newCommandId()
  const receivedAt = Date.now() - 40 * minute
  await switchboard.submit(floodOrder({ kind: 'real', receivedAt }), id)
  switchboard.close()
  return id as string as CrisisId
}

test('[D1] the wall is dark, and shows T0, posts, calls, call-backs and the message as they stand', async () => {
  await wall.getByText('sur 4 postes').waitFor()
  expect(await wall.locator('html').getAttribute('data-fr-theme')).toBe('dark')
  await wall.getByText('Personne n’attend de rappel.').waitFor()
  await wall.getByText('message publié').waitFor()
  const dueAt = Date.now() + 30 * minute
  const promise = logCall({
    content: content({ startedAt: Date.now(), outcome: 'callbackPromised' }),
    personal: odile,
    callback: { dueAt },
  })
  expect(await taker.submit(promise)).toMatchObject({ status: 'recorded' })
  await wall.getByText(/^Promis pour/).waitFor()
  expect(await wall.locator('.shell__nav').count()).toBe(0)
})

test('[D2] the big number of calls is that of the last ten minutes, whatever the clock shows', async () => {
  const waiting = wall.getByRole('region', { name: 'Qui attend ?' })
  const before = Number.parseInt((await waiting.getByText(/en 10/).textContent()) ?? '', 10)
  const old = Date.now() - 11 * minute
  for (const startedAt of [old, Date.now() - 9 * minute, Date.now() - minute, Date.now()]) {
    await taker.submit(logCall({ content: content({ startedAt }) }))
  }
  await waiting.getByText(new RegExp(String.raw`^${before + 3} appels en 10`, 'u')).waitFor()
})

test('[D3] an emergency takes the head, without a button, and everything else stays', async () => {
  const urgent = UrgentId.parse(newCommandId())
  await taker.submit({ type: 'calls.raiseUrgent', commune: persan }, CommandId.parse(urgent))
  const alarm = wall.locator('.calls-alarm')
  await alarm.getByText('Urgence vitale').waitFor()
  const [box, width] = [await alarm.boundingBox(), wall.viewportSize()?.width]
  expect(box?.width).toBe(width)
  expect(await alarm.getByRole('button').filter({ visible: true }).count()).toBe(0)
  for (const name of ['Sommes-nous couverts ?', 'Qui attend ?', 'Qu’avons-nous dit ?']) {
    expect(await wall.getByRole('region', { name }).isVisible()).toBe(true)
  }
  await wall.locator('.wall__foot').getByText('T0 +').waitFor()
  await taker.submit({ type: 'calls.closeUrgent', urgent, end: { kind: 'mistake' } })
  await alarm.waitFor({ state: 'detached' })
})

test('[D4] long titles push nothing off a wall of 1440 by 900', async () => {
  const lead = await HeadlessConsole.connect(sessionOf(server.url, 'roomLead'), { crisis })
  const { communes, crisisNumber } = lead.crisis.activation
  const title = 'Accident industriel majeur à l’usine de Persan – Beaumont-sur-Oise, Chambly, Bernes, Nointel'
  const details = { title, novi: false, communes, crisisNumber, posts: 24 }
  expect(await lead.submit({ type: 'activation.changeDetails', ...details })).toMatchObject({
    status: 'recorded',
  })
  lead.close()
  await wall.getByText('sur 24 postes').waitFor()
  const foot = await wall.locator('.wall__foot').boundingBox()
  expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual(900)
  const overflows = `[...document.querySelectorAll('.wall .ui-answer')].filter((part) => part.scrollHeight > part.clientHeight)`
  expect(await wall.evaluate(`${overflows}.length`)).toBe(0)
})

test('[D1] Échap leaves the wall', async () => {
  await wall.keyboard.press('Escape')
  await wall.waitForURL('**/situation')
})

test('[L9] the mark says how far one has read; older lines come as one reaches them, the first one too', async () => {
  const lead = await HeadlessConsole.connect(sessionOf(server.url, 'roomLead'), { crisis })
  const notes = Array.from({ length: 120 }, (_, n) => `Point ${String(n + 1).padStart(3, '0')}`)
  for (const text of notes) await lead.submit({ type: 'journal.note', text, happenedAt: null })
  lead.close()
  const log = await consoles.open('salle', sessionOf(server.url, 'roomLead'), { path: '/main-courante' })
  await log.getByText('Point 120').waitFor()
  await log.getByRole('button', { name: 'Lu jusqu’ici' }).click()
  await taker.submit(logCall({ content: content({ startedAt: Date.now() }) }))
  await log.getByText('lu jusqu’ici', { exact: true }).waitFor()
  await log.getByRole('group', { name: 'Lignes de la main courante' }).hover()
  await expect
    .poll(async () => {
      await log.mouse.wheel(0, 20_000)
      return log.getByText(/CIP activée/).count()
    })
    .toBe(1)
  expect(consoles.faults).toEqual([])
})

test('[U20] a reason that is needed and was not written is asked for in words, and Ctrl Enter gives it', async () => {
  await publishText(server.url, crisis, 'Fermez les volets')
  const page = await consoles.open('retrait', sessionOf(server.url, 'comms'), { path: '/messages' })
  await page.getByRole('button', { name: /Fermez les volets/ }).press('Enter')
  await page.getByRole('button', { name: /^Retirer/ }).waitFor()
  await press(page, 't')
  const dialog = page.getByRole('dialog', { name: /^Retirer ce message/ })
  await dialog.getByRole('textbox').waitFor()
  await press(page, 'Control+Enter')
  await dialog.getByText('Motif : indiquez-le, le public le lira.').waitFor()
  await focused(dialog.getByRole('textbox'))
  await page.keyboard.type('Le vent est tombé')
  await press(page, 'Control+Enter')
  await page
    .getByText(/Le vent est tombé/)
    .first()
    .waitFor()
  await dialog.waitFor({ state: 'detached' })
})

test('[B27] once the crisis is closed no screen counts down to the promised next point, nor is it read out', async () => {
  await publishText(server.url, crisis, 'Montez à l’étage')
  const look = (path: string) => consoles.open('salle', sessionOf(server.url, 'roomLead'), { path })
  const screens = [await look('/mur'), await look('/situation'), await look('/messages')]
  const calls = await consoles.open('appels', sessionOf(server.url, 'callTaker'), { path: '/appels' })
  for (const page of screens) await page.getByRole('timer', { name: /point/ }).waitFor()
  await calls.getByText(/Prochain point (à|demain)/).waitFor()
  const lead = await HeadlessConsole.connect(sessionOf(server.url, 'roomLead'), { crisis })
  expect(await lead.submit({ type: 'activation.close', reason: 'Décrue' })).toMatchObject({
    status: 'recorded',
  })
  lead.close()
  for (const page of screens) {
    await page.getByText('Montez à l’étage').first().waitFor()
    await page.getByRole('timer', { name: /point/ }).waitFor({ state: 'detached' })
  }
  await calls.getByText(/Prochain point (à|demain)/).waitFor({ state: 'detached' })
})

test('[E15] [K12] a closed crisis says so on every desk, nobody is called there, and it is left from there', async () => {
  const hr = await HeadlessConsole.connect(sessionOf(server.url, 'hr'))
  await hr.submit({ type: 'roster.add', member: member(1) })
  hr.close()
  const [desk] = consoles.contextOf('salle').pages()
  if (desk === undefined) throw new Error('the room lead has no console')
  const lead = await HeadlessConsole.connect(sessionOf(server.url, 'roomLead'), { crisis })
  await lead.submit({ type: 'activation.close', reason: 'Décrue' })
  lead.close()
  await goTo(desk, '2', 'Rappel des membres')
  await desk.getByText('Sur place').first().waitFor()
  expect(await desk.getByRole('button', { name: /^Rappeler la personne/ }).count()).toBe(0)
  expect(await desk.getByText('Quelqu’un d’autre arrive').count()).toBe(0)
  await goTo(desk, '3', 'Appels du public')
  await desk.getByText(/^Crise close/).waitFor()
  await desk.getByRole('button', { name: 'Quitter', exact: true }).press('Enter')
  await desk.getByText('Aucune crise en cours.').waitFor()
})
