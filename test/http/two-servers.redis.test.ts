import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CrisisId, SheetId } from '#shared/lib/id.ts'
import { readConfig } from '#server/config.ts'
import { readErased } from '#server/journal/erased-list.ts'
import { openJournal } from '#server/journal/open.ts'
import { HeadlessConsole, newCommandId } from '#scripts/headless/headless-console.ts'
import { loginOf, sessionOf } from '../support/accounts.ts'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'
import { expectedOf, readAll } from '../support/fold.ts'
import { RedisServer } from '../support/redis-server.ts'
import { content, logCall, odile } from '../support/sheets.ts'

let redis: RedisServer
let folder: string
beforeEach(async () => {
  redis = await RedisServer.start()
  folder = await mkdtemp(join(tmpdir(), 'cip-nodes-'))
})
afterEach(async () => {
  await redis[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
})

/** One server of several: its own folder, everybody's Redis and master key. */
async function startNode(name: string): Promise<TestApp> {
  const dataDir = join(folder, name)
  await mkdir(dataDir, { recursive: true })
  const environment = { JOURNAL: 'redis', REDIS_URL: redis.url, MASTER_KEY_FILE: join(folder, 'master.key') }
  const journal = await openJournal(readConfig({ DATA_DIR: dataDir, ...environment }), () => {})
  return TestApp.start({ journal, dataDir, environment })
}

test('[N13] what is said at one server is seen at the other, and a console moves between them', async () => {
  await using north = await startNode('north')
  await using south = await startNode('south')
  const [atNorth, atSouth] = [await north.console('switchboard'), await south.console('roomLead')]
  const crisis = await openCrisis(atNorth)
  await atSouth.until(() => atSouth.state.crises[crisis] !== undefined)
  await atSouth.follow(crisis)
  const [one, other] = await Promise.all([
    atNorth.submit({ type: 'journal.note', text: 'du nord', happenedAt: null }),
    atSouth.submit({ type: 'journal.note', text: 'du sud', happenedAt: null }),
  ])
  expect([one.status, other.status]).toEqual(['recorded', 'recorded'])
  const head = await north.journal.head()
  await Promise.all([atNorth, atSouth].map((console) => console.until(() => console.state.seq === head)))
  const entries = await readAll(south.journal)
  for (const console of [atNorth, atSouth]) expect(console.state).toEqual(expectedOf(console, entries))
  const moved = await HeadlessConsole.connect(sessionOf(south.url, 'switchboard'), { crisis })
  expect(moved.state).toEqual(atNorth.state)
  moved.close()
})

test('[N20] who is here, and what they have in hand, is seen on every server, and goes with its server', async () => {
  await using north = await startNode('north')
  const atNorth = await north.console('switchboard')
  {
    await using south = await startNode('south')
    const atSouth = await south.console('roomLead')
    const { person } = atNorth.you
    atSouth.doing('rappel', ['member:0199'])
    await atNorth.until(() => atNorth.view.present.some(({ handling }) => handling.includes('member:0199')))
    await atSouth.until(() => atSouth.view.present.some((present) => present.person === person))
  }
  await atNorth.until(() => atNorth.view.present.length === 1)
})

test('[A12] attempts to sign in are counted once for all servers', async () => {
  await using north = await startNode('north')
  await using south = await startNode('south')
  const attempt = async ({ url }: TestApp) => {
    const headers = { 'content-type': 'application/json', 'x-cip-console': '1' }
    const body = JSON.stringify({ login: loginOf('comms'), password: 'mauvais secret' })
    return (await fetch(`${url}/api/access/sign-in`, { method: 'POST', headers, body })).status
  }
  const statuses: number[] = []
  for (let n = 0; n < 9; n += 1) statuses.push(await attempt(n % 2 === 0 ? north : south))
  expect(statuses).toEqual([...Array.from({ length: 8 }, () => 401), 429])
})

test('[N21] while Redis is away the consoles of every server know it, and that it is back, though nobody writes', async () => {
  await using north = await startNode('north')
  await using south = await startNode('south')
  const readers = [await north.console('approver'), await south.console('roomLead')]
  await redis.kill()
  await Promise.all(readers.map((console) => console.until(() => !console.view.isStoring)))
  await redis.restart()
  await Promise.all(readers.map((console) => console.until(() => console.view.isStoring)))
})

test('[N122] on a Redis put back, the servers that knew more record nothing and say so; a restarted one goes on', async () => {
  await using north = await startNode('north')
  const lead = await north.console('roomLead')
  const crisis = await openCrisis(lead)
  await redis.backUp()
  const note = { type: 'journal.note', text: 'après la copie', happenedAt: null } as const
  expect(await lead.submit(note)).toMatchObject({ status: 'recorded' })
  await redis.putBack()
  await using south = await startNode('south')
  await using atSouth = await south.console('switchboard', crisis)
  while (atSouth.state.seq <= lead.state.seq) {
    expect(await atSouth.submit({ ...note, text: 'une autre histoire' })).toMatchObject({
      status: 'recorded',
    })
  }
  await lead.until(() => !lead.view.isStoring)
  expect(await lead.submit(note)).toEqual({ status: 'pending' })
  const readiness = async ({ url }: TestApp) => (await fetch(`${url}/readyz`)).status
  expect([await readiness(north), await readiness(south)]).toEqual([503, 200])
  expect(JSON.stringify(lead.state)).not.toContain('une autre histoire')
})

/** Whatever this server has of its own: what it put aside and its register, with their logs of pages. */
async function filesOf(name: string): Promise<string> {
  const dataDir = join(folder, name)
  const files = (await readdir(dataDir)).filter((file) => /^(snapshot|register)/.test(file))
  return Buffer.concat(await Promise.all(files.map((file) => readFile(join(dataDir, file))))).toString(
    'latin1',
  )
}

test('[J148] on a Redis put back, who was erased is forgotten by every server, running, stopped or behind, with no file deleted', async () => {
  const sheet = SheetId.parse(newCommandId())
  let crisis: CrisisId
  {
    await using north = await startNode('north')
    const lead = await north.console('roomLead')
    crisis = await openCrisis(lead)
    await lead.follow(crisis)
    const call = logCall({ content: content({ startedAt: Date.now() }), personal: odile })
    expect(await lead.submit(call, sheet as never)).toMatchObject({ status: 'recorded' })
    // All three know her when they stop.
    for (const name of ['south', 'west']) {
      await using other = await startNode(name)
      await using console = await other.console('roomLead', crisis)
      await console.until(() => JSON.stringify(console.state).includes('Odile'))
      await expect.poll(() => filesOf(name)).toContain('Odile')
    }
    await redis.backUp()
    const admin = await north.console('admin')
    const erase = { type: 'privacy.erase', subject: sheet, reason: 'à sa demande' } as const
    expect(await admin.submit(erase)).toMatchObject({ status: 'recorded' })
    await expect.poll(() => readErased(join(folder, 'north')).length).toBe(1)
  }
  await redis.putBack()
  {
    // Runs before anybody knows of the erasure.
    await using south = await startNode('south')
    const lead = await south.console('roomLead', crisis)
    await lead.until(() => JSON.stringify(lead.state).includes('Odile'))
    await using _ = await startNode('north')
    await lead.until(() => !JSON.stringify(lead.state).includes('Odile'))
    expect(JSON.stringify(await readAll(south.journal))).not.toContain('Odile')
    await expect.poll(() => filesOf('south')).not.toContain('Odile')
  }
  await using _ = await startNode('west')
  await expect.poll(() => filesOf('west')).not.toContain('Odile')
  // Whichever is started alone another day does it again.
  const known = (name: string) => readErased(join(folder, name)).map(({ subject }) => subject)
  await expect.poll(() => [...known('south'), ...known('west')]).toEqual([sheet, sheet])
})
