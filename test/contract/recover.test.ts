import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findByLogin } from '#shared/access/select.ts'
import { tell } from '#shared/journal/sentence.ts'
import { readConfig } from '#server/config.ts'
import { openJournal } from '#server/journal/open.ts'
import { RedisConnection } from '#server/journal/redis-connection.ts'
import { loadMasterKey } from '#server/lib/master-key.ts'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { acceptInvitation, post, signIn, type Session } from '#scripts/headless/session.ts'
import { loginOf, personOf, sessionOf } from '../support/accounts.ts'
import { TestApp } from '../support/app.ts'
import { readAll } from '../support/fold.ts'
import { RedisServer } from '../support/redis-server.ts'
import { runScript, type Settings } from '../support/script.ts'

const secret = 'quatre mots faciles'

let folder: string
let settings: Settings
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-recover-'))
  settings = { DATA_DIR: folder, PUBLIC_BASE_URL: 'https://cip.example.fr' }
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }))

const recover = (settings: Settings, ...args: readonly string[]) => runScript('recover.ts', settings, ...args)

function tokenIn(output: string): string {
  const token = /https:\/\/cip\.example\.fr\/bienvenue#invitation=([\w-]{43})\n/.exec(output)?.[1]
  if (token === undefined) throw new Error(`no link in: ${output}`)
  return token
}

/** A server on this journal, with the accounts of the tests; closed again. */
async function withServer<T>(work: (app: TestApp) => Promise<T>): Promise<T> {
  await using app = await TestApp.start({ journal: 'sqlite', dataDir: folder })
  return await work(app)
}

async function rolesOf({ url, cookie }: Session): Promise<readonly string[]> {
  const me = await fetch(`${url}/api/access/me`, { headers: { cookie } })
  return ((await me.json()) as { roles: readonly string[] }).roles
}

test('[A13] a lost administrator gets a link to their own account, once, and the logbook tells it', async () => {
  await withServer(async () => {})
  const { code, output } = await recover(settings, loginOf('admin'))
  expect(code).toBe(0)
  const token = tokenIn(output)
  const entries = await withServer(async ({ url, journal }) => {
    expect(await rolesOf(await acceptInvitation(url, token, secret))).toEqual(['admin'])
    await expect(acceptInvitation(url, token, secret)).rejects.toThrow('access.invitation-invalid')
    await signIn(url, loginOf('admin'), secret)
    return readAll(journal)
  })
  expect(JSON.stringify(entries)).not.toContain(token)
  const told = entries
    .filter(({ by }) => by === 'system')
    .map(({ event }) => tell(event, () => 'Odile', 'fr'))
  expect(told.slice(-6, -2)).toEqual([
    'Invitation établie pour Odile',
    'Accès donné depuis la machine, sans second accord\u00A0: Odile',
    'Mot de passe choisi par Odile',
    'Toutes les sessions de Odile fermées',
  ])
})

test('[A13] an account that was none becomes an administrator’s beside what it was; an unknown login is made one', async () => {
  await withServer(async () => {})
  const lead = tokenIn((await recover(settings, loginOf('roomLead'))).output)
  const rescue = tokenIn((await recover(settings, 'secours')).output)
  await withServer(async ({ url }) => {
    expect(await rolesOf(await acceptInvitation(url, lead, secret))).toEqual(['roomLead', 'admin'])
    const rescuer = await acceptInvitation(url, rescue, secret)
    expect(await rolesOf(rescuer)).toEqual(['admin'])
    await post(rescuer, '/api/access/accounts/reissue', { account: personOf('admin') })
  })
})

test('[A13] on Redis the servers may run meanwhile', async () => {
  await using redis = await RedisServer.start()
  const onRedis = { ...settings, JOURNAL: 'redis', REDIS_URL: redis.url }
  const journal = await openJournal(readConfig(onRedis), () => {})
  // Reached without TLS here: behind it the tests' cookies open nothing.
  const environment = { ...onRedis, PUBLIC_BASE_URL: '' }
  await using app = await TestApp.start({ journal, dataDir: folder, environment })
  const token = tokenIn((await recover(onRedis, 'secours')).output)
  await using console = await HeadlessConsole.connect(sessionOf(app.localUrl, 'quality'))
  await console.until(() => findByLogin(console.state.standing.people, 'secours') !== null)
  expect(await rolesOf(await acceptInvitation(app.localUrl, token, secret))).toEqual(['admin'])
})

test('[A14] recovery is refused in words, and makes nothing', async () => {
  const refusal = async (...args: readonly string[]) => {
    const { code, output } = await recover(settings, ...args)
    expect(code).toBe(1)
    return output
  }
  expect(await refusal('secours')).toMatch(/there is no journal in .*: set DATA_DIR to where it is/)
  expect(existsSync(join(folder, 'master.key'))).toBe(false)
  expect(await refusal('Odile Garnier')).toMatch(/un seul identifiant, en minuscules/)
  expect(await refusal()).toMatch(/un seul identifiant/)
  expect(await refusal('--login', 'secours')).toMatch(/Unknown option/)
  await (await openJournal(readConfig(settings), () => {}))[Symbol.asyncDispose]()
  expect(await refusal('secours')).toMatch(/no account yet: start the server/)
  const head = await withServer(async (app) => {
    expect(await refusal('secours')).toMatch(/a server already writes the journal/)
    const admin = await app.console('admin')
    await admin.submit({ type: 'access.closeAccount', account: personOf('hr') })
    return app.journal.head()
  })
  expect(await refusal(loginOf('hr'))).toMatch(/hr: access\.account-closed/)
  expect(await withServer(({ journal }) => journal.head())).toBe(head)
})

test('[A14] on Redis it is refused where there is no journal, and leaves nothing there', async () => {
  await using redis = await RedisServer.start()
  const onRedis = { ...settings, JOURNAL: 'redis', REDIS_URL: redis.url, NAMESPACE: 'mistyped' }
  // With a key of its own, as beside a server, and without.
  for (const file of ['there', 'missing']) {
    const MASTER_KEY_FILE = join(folder, file)
    if (file === 'there') loadMasterKey(MASTER_KEY_FILE, { journalExists: false })
    const { code, output } = await recover({ ...onRedis, MASTER_KEY_FILE }, 'secours')
    expect(output).toBe('there is no journal in mistyped: set NAMESPACE to where it is\n')
    expect(code).toBe(1)
  }
  expect(existsSync(join(folder, 'missing'))).toBe(false)
  await using connection = await RedisConnection.open(redis.url, 5_000)
  expect(await connection.send(['KEYS', '*'])).toEqual([])
})

test('[A13] npm run recover -- --help says how', async () => {
  expect(await recover({}, '--help')).toMatchObject({ code: 0, output: expect.stringContaining('DATA_DIR') })
})
