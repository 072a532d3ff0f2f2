import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { setUp, signIn } from '#scripts/headless/session.ts'
import { member } from '../support/members.ts'
import { ServerProcess } from '../support/process.ts'
import { RedisServer } from '../support/redis-server.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-first-'))
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }))

const first = { login: 'premiere', name: 'Claire Morel', password: 'quatre mots bien choisis' }

/** From nothing to a member in the pool, by the link it prints; then once more, on what that has left. */
async function expectFirstStart(journal: Readonly<Record<string, string>>): Promise<void> {
  await using server = await ServerProcess.startEmpty({ DATA_DIR: join(folder, 'data'), ...journal })
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  const token = /#mise-en-service=(\S+)/.exec(server.announced)?.[1] ?? ''
  {
    await using console = await HeadlessConsole.connect(await setUp(server.url, { token, ...first }))
    const sent = await console.submit({ type: 'roster.add', member: member(1) })
    expect(sent.status).toBe('recorded')
  }
  await server.kill('SIGTERM')
  await server.start()
  await using again = await HeadlessConsole.connect(await signIn(server.url, first.login, first.password))
  expect(Object.keys(again.state.standing.roster.members).length).toBe(1)
}

test('[N120] an installation starts on an empty folder, and again on what it wrote', async () => {
  await expectFirstStart({})
})

test('[N120] an installation starts on an empty Redis, and again on what it wrote', async () => {
  await using redis = await RedisServer.start()
  await expectFirstStart({ JOURNAL: 'redis', REDIS_URL: redis.url })
})
