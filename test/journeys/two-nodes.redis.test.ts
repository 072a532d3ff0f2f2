import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { sessionOf } from '../support/accounts.ts'
import { Consoles } from '../support/browser.ts'
import { openCrisis } from '../support/crises.ts'
import { goTo, logCall, fillSheet, press } from '../support/desks.ts'
import { ServerProcess } from '../support/process.ts'
import { RedisServer } from '../support/redis-server.ts'

let folder: string
let redis: RedisServer
let north: ServerProcess
let south: ServerProcess
let consoles: Consoles
let watcher: HeadlessConsole
let odile: Page
let lead: Page

/** One server of two: its own port and folder, everybody's Redis and master key. */
function startNode(name: string): Promise<ServerProcess> {
  const shared = { JOURNAL: 'redis', REDIS_URL: redis.url, MASTER_KEY_FILE: join(folder, 'master.key') }
  return ServerProcess.start({ DATA_DIR: join(folder, name), DEPARTMENTS: '95', ...shared })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-two-nodes-'))
  redis = await RedisServer.start()
  north = await startNode('north')
  south = await startNode('south')
  consoles = await Consoles.launch()
  watcher = await HeadlessConsole.connect(sessionOf(south.url, 'switchboard'))
  await openCrisis(watcher)
  odile = await consoles.open('odile', sessionOf(north.url, 'callTaker'), { path: '/appels' })
  lead = await consoles.open('salle', sessionOf(south.url, 'roomLead'), { path: '/appels' })
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await consoles.picture(task.name)
})
afterAll(async () => {
  watcher.close()
  await consoles[Symbol.asyncDispose]()
  await Promise.all([north.kill(), south.kill()])
  await redis[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const room = (page: Page) => page.getByRole('group', { name: 'Derniers appels de la salle' })

test('[E50] what is done at one server is seen at the other', async () => {
  await logCall(odile, { reason: ['2', '1'], commune: 'persan', outcome: 'r' })
  await room(lead).getByText('Persan').waitFor()
  for (const page of [odile, lead]) await page.getByText('3 présents').waitFor()
})

test('[E50] one server dies: the other goes on, what was typed at the dead one is sent once when it is back', async () => {
  await north.kill('SIGKILL')
  await fillSheet(odile, { reason: ['3', '1'], outcome: 'r' })
  await press(odile, 'Control+Enter')
  await room(odile).getByText('à transmettre').waitFor()

  await goTo(lead, '5', 'Main courante')
  await lead.getByRole('textbox', { name: 'Nouvelle ligne' }).fill('Le nœud nord ne répond plus')
  await press(lead, 'Enter')
  await lead.getByRole('group', { name: 'Lignes de la main courante' }).getByText('nœud nord').waitFor()

  await north.start()
  await odile.getByText('en direct', { exact: true }).waitFor()
  await expect.poll(() => room(odile).getByText('à transmettre').count()).toBe(0)
  await watcher.until(() => watcher.crisis.calls.counters.total > 1)
  await goTo(odile, '1', 'Situation')
  await odile.getByRole('region', { name: 'Fil' }).getByText('nœud nord').waitFor()
  expect(watcher.crisis.calls.counters.total).toBe(2)
  expect(consoles.faults).toEqual([])
})
