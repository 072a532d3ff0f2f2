import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { openJournal } from '#server/journal/open.ts'
import { HeadlessConsole, newCommandId } from '#scripts/headless/headless-console.ts'
import { SheetId } from '#shared/lib/id.ts'
import { sessionOf } from '../support/accounts.ts'
import { openCrisis } from '../support/crises.ts'
import { readAll } from '../support/fold.ts'
import { ServerProcess } from '../support/process.ts'
import { RedisServer } from '../support/redis-server.ts'
import { content, logCall, odile } from '../support/sheets.ts'

const neverForgets = 'test/faults/never-forgets.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-erase-'))
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }))

/** Odile calls, asks to be forgotten, and the server is killed between its word and the deed; then it starts again. */
async function eraseAndKill(settings: Readonly<Record<string, string>>) {
  const environment = { DATA_DIR: folder, ...settings }
  await using server = await ServerProcess.start(environment)
  const sheet = SheetId.parse(newCommandId())
  {
    await using lead = await HeadlessConsole.connect(sessionOf(server.url, 'roomLead'))
    await lead.follow(await openCrisis(lead))
    const call = logCall({ content: content({ startedAt: Date.now() }), personal: odile })
    expect(await lead.submit(call, sheet as never)).toMatchObject({ status: 'recorded' })
  }
  // What is put aside at the end holds her name.
  await server.kill('SIGTERM')
  await server.start(neverForgets)
  {
    await using admin = await HeadlessConsole.connect(sessionOf(server.url, 'admin'))
    const erase = { type: 'privacy.erase', subject: sheet, reason: 'à sa demande' } as const
    expect(await admin.submit(erase)).toMatchObject({ status: 'recorded' })
  }
  await server.kill('SIGKILL')
  const nameIsStored = async () => {
    await using journal = await openJournal(readConfig(environment), () => {})
    return JSON.stringify(await readAll(journal)).includes('Odile')
  }
  const before = await nameIsStored()
  await server.start()
  await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status).toBe(200)
  await server.kill('SIGTERM')
  return { before, after: await nameIsStored() }
}

test('[F107] killed between an erasure and the destruction of its key, SQLite: the next start destroys it', async () => {
  expect(await eraseAndKill({})).toEqual({ before: true, after: false })
})

test('[F107] killed between an erasure and the destruction of its key, Redis: the next start destroys it', async () => {
  await using redis = await RedisServer.start()
  const settings = { JOURNAL: 'redis', REDIS_URL: redis.url }
  expect(await eraseAndKill(settings)).toEqual({ before: true, after: false })
})
