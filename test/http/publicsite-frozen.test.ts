import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { openJournal } from '#server/journal/open.ts'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'
import { bringOut } from '../support/publication.ts'
import { RedisServer } from '../support/redis-server.ts'
import { eventually } from '../support/eventually.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-frozen-'))
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }))

const before = {
  INSTALLATION_NAME: 'Préfecture du Val-Fictif',
  CONTACT_PHONE: '01 30 00 00 01',
  PUBLIC_BASE_URL: 'http://cip.val-fictif.example',
}
const after = {
  INSTALLATION_NAME: 'Préfecture de l’Ailleurs',
  CONTACT_PHONE: '03 00 00 00 00',
  PUBLIC_BASE_URL: 'https://crise.ailleurs.example',
}

async function read(app: TestApp, path: string): Promise<string> {
  const response = await fetch(app.localUrl + path)
  expect(response.status).toBe(200)
  return response.text()
}

/** What receivers keep and compare: every alert to the byte, every id of feeds and entries. */
async function outOf(app: TestApp, message: string) {
  await eventually(async () => expect(await read(app, '/info/cap.atom')).toContain(`${message}.retrait.xml`))
  const alerts = ['1', 'retrait'].map((step) => read(app, `/info/cap/${message}.${step}.xml`))
  const feeds = ['atom.xml', 'cap.atom', 'rss.xml', 'feed.json'].map(async (feed) =>
    idsIn(await read(app, `/info/${feed}`)),
  )
  return { alerts: await Promise.all(alerts), feeds: await Promise.all(feeds) }
}

function idsIn(feed: string): readonly string[] {
  return [...feed.matchAll(/<id>(.*?)<\/id>|<guid[^>]*>(.*?)<\/guid>|"id": "(.*?)"/g)].map(
    ([, atom, rss, json]) => atom ?? rss ?? json ?? '',
  )
}

/** Brings a text out and takes it back. */
async function outAndBack(app: TestApp): Promise<string> {
  const crisis = await openCrisis(await app.console('switchboard'), 'real')
  const { message, sent } = await bringOut(app, crisis)
  expect(sent).toMatchObject({ status: 'recorded' })
  const comms = await app.console('comms', crisis)
  await comms.submit({ type: 'messages.withdraw', message, reason: 'Danger écarté.' })
  return message
}

test('[W200] [W201] what is out is the same under another name, number and address, in a rebuilt folder', async () => {
  const dataDir = join(folder, 'one')
  await mkdir(dataDir)
  const first = await TestApp.start({ journal: 'sqlite', dataDir, environment: before })
  const message = await outAndBack(first)
  const out = await outOf(first, message)
  await first[Symbol.asyncDispose]()
  expect(out.alerts[0]).toContain('<sender>cip.val-fictif.example</sender>')
  expect(out.feeds.map((ids) => ids.length)).toEqual([2, 3, 1, 1])
  await rm(join(dataDir, 'public'), { recursive: true })
  await rm(join(dataDir, 'snapshot.bin'), { force: true })
  await using second = await TestApp.start({ journal: 'sqlite', dataDir, environment: after })
  expect(await outOf(second, message)).toEqual(out)
  expect(await read(second, '/info')).toContain('Préfecture de l’Ailleurs')
})

test('[W200] [W201] what is out is the same on every node, whatever each is told of itself', async () => {
  await using redis = await RedisServer.start()
  const startNode = async (name: string, settings: Readonly<Record<string, string>>) => {
    const dataDir = join(folder, name)
    await mkdir(dataDir)
    const shared = { JOURNAL: 'redis', REDIS_URL: redis.url, MASTER_KEY_FILE: join(folder, 'master.key') }
    const environment = { ...settings, ...shared }
    const journal = await openJournal(readConfig({ DATA_DIR: dataDir, ...environment }), () => {})
    return TestApp.start({ journal, dataDir, environment })
  }
  await using north = await startNode('north', { ...before, PUBLIC_BASE_URL: '' })
  await using south = await startNode('south', after)
  const message = await outAndBack(north)
  expect(await outOf(south, message)).toEqual(await outOf(north, message))
})

test('[B200] under the product’s own name a real text is not approved; an exercise goes its way', async () => {
  await using app = await TestApp.start({ environment: { INSTALLATION_NAME: 'console cip ' } })
  const switchboard = await app.console('switchboard')
  const { sent } = await bringOut(app, await openCrisis(switchboard, 'real'))
  expect(sent).toMatchObject({ refusal: { code: 'messages.installation-unnamed' } })
  const exercise = await bringOut(app, await openCrisis(switchboard, 'exercise'))
  expect(exercise.sent).toMatchObject({ status: 'recorded' })
  const installation: unknown = await (await fetch(`${app.url}/api/installation`)).json()
  expect(installation).toMatchObject({ lacks: ['name'] })
})

test('[W203] a restart without its name goes on showing what is out, under the name it went out with', async () => {
  const dataDir = join(folder, 'nameless')
  await mkdir(dataDir)
  const first = await TestApp.start({ journal: 'sqlite', dataDir, environment: before })
  const crisis = await openCrisis(await first.console('switchboard'), 'real')
  const { message } = await bringOut(first, crisis)
  await first[Symbol.asyncDispose]()
  const environment = { INSTALLATION_NAME: '' }
  await using second = await TestApp.start({ journal: 'sqlite', dataDir, environment })
  await eventually(async () => expect(await read(second, '/info')).toContain('Montez à l’étage'))
  expect(await read(second, '/info')).toContain('Préfecture du Val-Fictif')
  expect(await read(second, '/info')).not.toContain('Console CIP')
  const comms = await second.console('comms', crisis)
  const withdrawn = await comms.submit({ type: 'messages.withdraw', message, reason: 'Danger écarté.' })
  expect(withdrawn).toMatchObject({ status: 'recorded' })
  await eventually(() => read(second, `/info/cap/${message}.retrait.xml`))
  expect(await read(second, `/info/cap/${message}.retrait.xml`)).toContain('Préfecture du Val-Fictif')
})
