import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { Journal } from '#server/journal/port.ts'
import { openRedisJournal } from '#server/journal/redis.ts'
import { openSqliteJournal } from '#server/journal/sqlite.ts'
import { loadMasterKey } from '#server/lib/master-key.ts'
import { noted, personId, sealed } from '../support/drafts.ts'
import { RedisServer } from '../support/redis-server.ts'
import { runScript, type Settings } from '../support/script.ts'

const masterKey = createSecretKey(randomBytes(32))

const verify = (settings: Settings, ...args: readonly string[]) => runScript('verify.ts', settings, ...args)

/** A hundred entries, one subject erased. */
async function fill(journal: Journal): Promise<string> {
  const batch = Array.from({ length: 100 }, (_, i) => (i % 3 === 0 ? sealed(i + 1, i) : noted(i + 1)))
  await journal.append(batch, 0)
  await journal.forget([{ subject: personId(3) }])
  return (await journal.read(99, 1))[0]?.hash ?? ''
}

async function folder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'verify-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}

test('[J48] npm run verify counts a sound journal beside a running server and after an erasure', async () => {
  await using home = await folder()
  await using journal = await openSqliteJournal({ folder: home.path, masterKey })
  const hash = await fill(journal)
  const { code, output } = await verify({ DATA_DIR: home.path }, '--expect', `100:${hash}`)
  expect(output).toContain('100 entrées')
  expect(output).toContain(`100:${hash}`)
  expect(code).toBe(0)
})

test('[J49] npm run verify names the first broken entry and fails', async () => {
  await using home = await folder()
  const hash = await (async () => {
    await using journal = await openSqliteJournal({ folder: home.path, masterKey })
    return await fill(journal)
  })()
  const change = (sql: string) => {
    using db = new DatabaseSync(join(home.path, 'journal.sqlite'))
    db.exec(sql)
  }
  change('DELETE FROM entries WHERE seq = 100')
  expect(await verify({ DATA_DIR: home.path })).toMatchObject({ code: 0 })
  const cut = await verify({ DATA_DIR: home.path }, '--expect', `100:${hash}`)
  expect(cut).toMatchObject({ code: 1, output: expect.stringContaining('the end is missing') })
  change("UPDATE entries SET body = replace(body, 'ligne 42', 'ligne 24')")
  const { code, output } = await verify({ DATA_DIR: home.path })
  expect(output).toContain('entry 42 is the first that does not hold (41 before it do)')
  expect(code).toBe(1)
})

test('[J50] npm run verify says in words what it cannot read', async () => {
  await using home = await folder()
  const nothing = await verify({ DATA_DIR: home.path })
  expect(nothing).toEqual({ code: 1, output: expect.stringContaining('set DATA_DIR to where it is') })
  const wrong = await verify({ DATA_DIR: home.path }, '--expect', 'demain')
  expect(wrong).toEqual({ code: 1, output: expect.stringContaining('takes SEQ:HASH') })
  expect(await verify({}, '--help')).toMatchObject({
    code: 0,
    output: expect.stringContaining('JOURNAL=redis'),
  })
})

test('[J50] npm run verify says that a namespace on Redis holds no journal', async () => {
  await using server = await RedisServer.start()
  const nothing = await verify({ JOURNAL: 'redis', REDIS_URL: server.url, NAMESPACE: 'mistyped' })
  expect(nothing).toEqual({
    code: 1,
    output: 'there is no journal in mistyped: set NAMESPACE to where it is\n',
  })
})

test('[J48] npm run verify walks a journal on Redis', async () => {
  await using server = await RedisServer.start()
  const options = { url: server.url, namespace: 'verify', masterKey: () => masterKey, declaredDurable: false }
  const { journal } = await openRedisJournal(options)
  await using _ = journal
  await fill(journal)
  const { code, output } = await verify({ JOURNAL: 'redis', REDIS_URL: server.url, NAMESPACE: 'verify' })
  expect(output).toContain('100 entrées')
  expect(code).toBe(0)
})

test('[J125] npm run verify opens every sealed part where the key is at hand, and names what does not open', async () => {
  await using home = await folder()
  const key = loadMasterKey(join(home.path, 'master.key'), { journalExists: false })
  {
    await using journal = await openSqliteJournal({ folder: home.path, masterKey: key })
    await fill(journal)
  }
  expect(await verify({ DATA_DIR: home.path })).toMatchObject({ code: 0 })
  {
    using db = new DatabaseSync(join(home.path, 'journal.sqlite'))
    const { key: stored } = db
      .prepare('SELECT key FROM subjects WHERE subject = ?')
      .get(personId(6)) as Stored
    db.prepare('UPDATE subjects SET key = ? WHERE subject = ?').run(
      stored.with(stored.length - 1, (stored.at(-1) ?? 0) ^ 1),
      personId(6),
    )
  }
  const { code, output } = await verify({ DATA_DIR: home.path })
  expect(output).toContain('100 entrées, chaîne intacte')
  expect(output).toMatch(/données de 1 personne.* : entrée\(s\) 7\n/)
  expect(code).toBe(1)
  const copied = await runScript('backup.ts', { DATA_DIR: home.path }, join(home.path, 'copy'))
  expect(copied).toMatchObject({ code: 1, output: expect.stringContaining('entrée(s) 7') })
  // What does not open is one person's loss: the copy is kept.
  expect(await verify({ DATA_DIR: join(home.path, 'copy') })).toMatchObject({ code: 0 })
})

type Stored = Readonly<{ key: Uint8Array }>
