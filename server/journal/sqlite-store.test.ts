import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { SubjectId } from '#shared/lib/id.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf } from './sqlite-failure.ts'
import type { AppendRequest } from './sqlite-protocol.ts'
import { SqlitePlace } from './sqlite-place.ts'
import { journalFile, openDatabase } from './sqlite-schema.ts'
import { SqliteStore } from './sqlite-store.ts'

let folder: string
let db: DatabaseSync
let store: SqliteStore
const masterKey = createSecretKey(randomBytes(32))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-store-'))
  db = openDatabase(folder, masterKey)
  store = new SqliteStore(db, masterKey, new SqlitePlace(journalFile(folder)))
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

function request(command: string, expectedHead: number, size = 20): AppendRequest {
  const body = JSON.stringify({ event: { type: 'journal.noted', subject: command, text: 'x'.repeat(size) } })
  return {
    method: 'append',
    expectedHead,
    commands: [command],
    counts: [1],
    bodies: [body],
    subjects: [command],
    personals: ['{}'],
  }
}

test('[J19] a full disk fails every batch of the commit, stores none of them, and is over when there is room', () => {
  store.append([request('a', 0)])
  db.exec('PRAGMA max_page_count = 1')
  const full = caught(() => store.append([request('b', 1), request('c', 2, 100_000)]))
  expect(failureOf(full)).toMatchObject({ kind: 'unavailable' })
  expect(store.head).toBe(1)
  expect(() => store.probe()).toThrow(/full/)
  db.exec('PRAGMA max_page_count = 1000000')
  store.probe()
  expect(store.append([request('b', 1), request('c', 2, 100_000)])).toMatchObject([
    { status: 'appended' },
    { status: 'appended' },
  ])
  // The keys made in the failed commit are not used again: no disk holds them.
  expect(new SqliteStore(db, masterKey, { isLost: false, check: () => {} }).read(0, 10).personals).toEqual([
    '{}',
    '{}',
    '{}',
  ])
})

test('[J4] appends under way are carried out in the order of the calls, each whole or not at all', () => {
  const answers = store.append([request('a', 0), request('a', 1), request('b', 5), request('c', 1)])
  expect(answers).toMatchObject([
    { status: 'appended' },
    { status: 'repeated', commands: ['a'] },
    { status: 'head-moved', head: 1 },
    { status: 'appended' },
  ])
  expect(store.head).toBe(2)
})

test('[J141] while another process reads the log a key is not destroyed, commits go on, and it is when asked again', () => {
  store.append([request('a', 0)])
  const key = Buffer.from(db.prepare('SELECT key FROM subjects').get()?.['key'] as Uint8Array)
  const reader = new DatabaseSync(journalFile(folder), { readOnly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM entries').get()
  const begun = performance.now()
  const refused = caught(() => store.forget([{ subject: 'a' as SubjectId }]))
  expect(failureOf(refused)).toMatchObject({ kind: 'unavailable' })
  // Nobody waits for the reader: SQLite's patience is five seconds.
  expect(performance.now() - begun).toBeLessThan(1_000)
  expect(store.append([request('b', 1)])).toMatchObject([{ status: 'appended' }])
  expect(store.head).toBe(2)
  reader.close()
  store.forget([{ subject: 'a' as SubjectId }])
  const files = ['', '-wal'].map((end) => readFileSync(`${journalFile(folder)}${end}`))
  expect(files.some((bytes) => bytes.includes(key))).toBe(false)
  expect(store.append([request('c', 2)])).toMatchObject([{ status: 'appended' }])
})

function caught(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return expect.unreachable('nothing was thrown')
}
