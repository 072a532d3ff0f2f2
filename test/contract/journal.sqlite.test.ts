import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { JournalRefused, JournalUnavailable } from '#server/journal/port.ts'
import { openSqliteJournal } from '#server/journal/sqlite.ts'
import { noted, personId, sealed } from '../support/drafts.ts'
import { durableJournalContract, journalContract, type JournalHome, personalOf } from './journal.contract.ts'

type SqliteHome = JournalHome & { readonly folder: string }

async function makeHome(): Promise<SqliteHome> {
  const folder = await mkdtemp(join(tmpdir(), 'journal-'))
  const masterKey = createSecretKey(randomBytes(32))
  return {
    folder,
    open: () => openSqliteJournal({ folder, masterKey }),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  }
}

journalContract(makeHome)
durableJournalContract(makeHome)

async function bytesOf(folder: string): Promise<Buffer> {
  const names = await readdir(folder)
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))))
}

test('[J12] personal data never reaches the disk unsealed', async () => {
  await using home = await makeHome()
  await using journal = await home.open()
  await journal.append([noted(1, 'ligne publique'), sealed(2, 7, 'numéro confidentiel')], 0)
  const bytes = await bytesOf(home.folder)
  expect(bytes.includes('ligne publique')).toBe(true)
  expect(bytes.includes('confidentiel')).toBe(false)
})

test('[J13] a destroyed key leaves no bytes on disk, in the file or in its log', async () => {
  await using home = await makeHome()
  await using journal = await home.open()
  // Enough keys, in an order that splits pages, for stale copies to have somewhere to stay.
  const subjects = Array.from({ length: 3000 }, (_, i) => (i * 1_103) % 3_001)
  await journal.append(
    subjects.map((subject, i) => sealed(i + 1, subject)),
    0,
  )
  const erased = subjects.filter((_, i) => i % 100 === 0)
  const keys = wrappedKeys(home.folder, erased)
  const before = await bytesOf(home.folder)
  expect(keys.every((key) => before.includes(key))).toBe(true)
  for (const subject of erased) await journal.forget([{ subject: personId(subject) }])
  const after = await bytesOf(home.folder)
  expect(keys.filter((key) => after.includes(key))).toEqual([])
})

function wrappedKeys(folder: string, subjects: readonly number[]): readonly Buffer[] {
  using db = new DatabaseSync(join(folder, 'journal.sqlite'), { readOnly: true })
  const select = db.prepare('SELECT key FROM subjects WHERE subject = ?')
  return subjects.map((subject) => Buffer.from(select.get(personId(subject))?.['key'] as Uint8Array))
}

/** How many keys were drawn before this one, in blocks: `wrapped key` in server/journal/seal.ts. */
function placeOf(wrapped: Buffer): number {
  return wrapped.readUInt32BE(18)
}

test('[J182] what a long batch seals is sealed before what is stored while it is on its way', async () => {
  await using home = await makeHome()
  await using journal = await home.open()
  const subjects = Array.from({ length: 250 }, (_, n) => n + 2)
  const batch = subjects.map((subject) => sealed(subject, subject))
  await journal.foresee?.(batch)
  await journal.append([sealed(1, 1)], 0)
  await journal.append(batch, 1)
  const [meanwhile = 0, ...ahead] = wrappedKeys(home.folder, [1, ...subjects]).map(placeOf)
  expect(Math.max(...ahead)).toBeLessThan(meanwhile)
  expect((await journal.read(0, 1_000)).map(personalOf)).toEqual([sealed(1, 1), ...batch].map(personalOf))
})

test('[J14] a second server on the same folder is refused in words, and may come once the first has gone', async () => {
  await using home = await makeHome()
  {
    await using first = await home.open()
    await first.append([noted(1)], 0)
    const second = home.open()
    await expect(second).rejects.toThrow(JournalRefused)
    await expect(second).rejects.toThrow(/a server already writes the journal in .*DATA_DIR/)
  }
  await using third = await home.open()
  expect(await third.head()).toBe(1)
})

test('[J15] a journal sealed with another master key is refused in words', async () => {
  await using home = await makeHome()
  await (await home.open())[Symbol.asyncDispose]()
  const opening = openSqliteJournal({ folder: home.folder, masterKey: createSecretKey(randomBytes(32)) })
  await expect(opening).rejects.toThrow(JournalRefused)
  await expect(opening).rejects.toThrow(/another master key: set MASTER_KEY_FILE/)
})

test('[J16] a journal written by a newer version is refused in words', async () => {
  await using home = await makeHome()
  await (await home.open())[Symbol.asyncDispose]()
  {
    using db = new DatabaseSync(join(home.folder, 'journal.sqlite'))
    db.exec('PRAGMA user_version = 99')
  }
  await expect(home.open()).rejects.toThrow(/newer version/)
})

test('[J124] a sealed part or a key that is damaged is its subject’s loss: it reads as null, is named, and stops nothing', async () => {
  await using home = await makeHome()
  await (async () => {
    await using journal = await home.open()
    await journal.append([sealed(1, 7), sealed(2, 8), sealed(3, 9), noted(4), sealed(5, 8)], 0)
  })()
  const db = new DatabaseSync(join(home.folder, 'journal.sqlite'))
  const turn = (bytes: Uint8Array, at: number) =>
    bytes.with((at + bytes.length) % bytes.length, (bytes.at(at) ?? 0) ^ 1)
  const { sealed: stored } = db.prepare('SELECT sealed FROM entries WHERE seq = 1').get() as Sealed
  db.prepare('UPDATE entries SET sealed = ? WHERE seq = 1').run(turn(stored, -1))
  const select = db.prepare('SELECT key AS sealed FROM subjects WHERE subject = ?')
  const update = db.prepare('UPDATE subjects SET key = ? WHERE subject = ?')
  // One bit of the key itself, and one of the number that says which entry it was made for.
  update.run(turn((select.get(personId(8)) as Sealed).sealed, -1), personId(8))
  update.run(turn((select.get(personId(9)) as Sealed).sealed, 5), personId(9))
  db.close()
  await using journal = await home.open()
  expect((await journal.read(0, 5)).map(personalOf)).toEqual([null, null, null, undefined, null])
  const lost = [7, 8, 9].map((n, i) => ({ subject: personId(n), seq: i + 1 }))
  expect(journal.unreadable()).toEqual(lost)
  expect(await journal.append([noted(6)], 5)).toMatchObject({ status: 'appended' })
})

type Sealed = Readonly<{ sealed: Uint8Array }>

test('[J18] a closed journal says that it is, and ends its followers', async () => {
  await using home = await makeHome()
  const journal = await home.open()
  const followed = journal.follow(0, new AbortController().signal)[Symbol.asyncIterator]().next()
  await journal[Symbol.asyncDispose]()
  expect(await followed).toMatchObject({ done: true })
  await expect(journal.append([noted(1)], 0)).rejects.toThrow(JournalUnavailable)
  await expect(journal.head()).rejects.toThrow(JournalUnavailable)
})
