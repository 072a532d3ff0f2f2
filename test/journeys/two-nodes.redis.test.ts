import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { sessionOf } from '../support/accounts.ts'
import { openCrisis } from '../support/crises.ts'
import { fillSheet, goTo, logCall, openSheets, press, toSend } from '../support/desks.ts'
import { beginJourney } from '../support/journey.ts'
import { ServerProcess } from '../support/process.ts'
import { RedisServer } from '../support/redis-server.ts'

const { folder, consoles, keep } = beginJourney()
let redis: RedisServer
let north: ServerProcess
let south: ServerProcess
let watcher: HeadlessConsole
let odile: Page
let lead: Page

/** One server of two: its own port and folder, everybody's Redis and master key. */
async function startNode(name: string): Promise<ServerProcess> {
  const shared = { JOURNAL: 'redis', REDIS_URL: redis.url, MASTER_KEY_FILE: join(folder, 'master.key') }
  return keep(await ServerProcess.start({ DATA_DIR: join(folder, name), DEPARTMENTS: '95', ...shared }))
}

beforeAll(async () => {
  redis = keep(await RedisServer.start())
  north = await startNode('north')
  south = await startNode('south')
  watcher = keep(await HeadlessConsole.connect(sessionOf(south.url, 'switchboard')))
  await openCrisis(watcher)
  odile = await consoles.open('odile', sessionOf(north.url, 'callTaker'), { path: '/appels' })
  lead = await consoles.open('salle', sessionOf(south.url, 'roomLead'), { path: '/appels' })
})

const room = (page: Page) => page.getByRole('group', { name: 'Derniers appels de la salle' })

test('[E50] what is done at one server is seen at the other', async () => {
  await logCall(odile, { reason: ['2', '1'], commune: 'persan', outcome: 'r' })
  await openSheets(lead)
  await room(lead).getByText('Persan').waitFor()
  for (const page of [odile, lead]) await page.getByText('3 présents').waitFor()
})

test('[E50] one server dies: the other goes on, what was typed at the dead one is sent once when it is back', async () => {
  await north.kill('SIGKILL')
  await fillSheet(odile, { reason: ['3', '1'], outcome: 'r' })
  await press(odile, 'Control+Enter')
  await toSend(odile).waitFor()

  await goTo(lead, '5', 'Main courante')
  await lead.getByRole('textbox', { name: 'Nouvelle ligne' }).fill('Le nœud nord ne répond plus')
  await press(lead, 'Enter')
  await lead.getByRole('group', { name: 'Lignes de la main courante' }).getByText('nœud nord').waitFor()

  await north.start()
  await odile.getByText('en direct', { exact: true }).waitFor()
  await expect.poll(() => toSend(odile).count()).toBe(0)
  await watcher.until(() => watcher.crisis.calls.counters.total > 1)
  await goTo(odile, '1', 'Situation')
  await odile.getByRole('region', { name: 'Fil' }).getByText('nœud nord').waitFor()
  expect(watcher.crisis.calls.counters.total).toBe(2)
  expect(consoles.faults).toEqual([])
})
