import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { SubjectId } from '#shared/lib/id.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SubjectKey } from './seal.ts'
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
  vi.restoreAllMocks()
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

const nowhere = { isLost: false, check: () => {} }

/** One command's batch: `parts` are subjects with what is sealed for each. */
function speaking(
  command: string,
  expectedHead: number,
  parts: Readonly<Record<string, string>>,
): AppendRequest {
  const subjects = Object.keys(parts)
  const bodies = subjects.map((subject) => JSON.stringify({ event: { type: 'roster.memberAdded', subject } }))
  const common = { method: 'append', expectedHead, commands: [command], counts: [subjects.length] } as const
  return { ...common, bodies, subjects, personals: Object.values(parts) }
}

function sealAhead(parts: Readonly<Record<string, string>>): void {
  const subjects = Object.keys(parts)
  store.sealAhead({ method: 'sealAhead', isFirst: true, subjects, personals: Object.values(parts) })
}

/** What this store reads, and what the next start does. */
function readBoth() {
  const { personals, unreadable } = store.read(0, 100)
  expect(new SqliteStore(db, masterKey, nowhere).read(0, 100)).toMatchObject({ personals, unreadable })
  expect(unreadable).toEqual([])
  return personals
}

test('[J182] what was sealed ahead, while others were stored, is read like what was not; other words are sealed anew', () => {
  store.append([speaking('a', 0, { odile: '1' })])
  sealAhead({ odile: '2', anaïs: '3', zoé: '4' })
  store.append([speaking('b', 1, { loïc: '5' })])
  const seal = vi.spyOn(SubjectKey.prototype, 'seal')
  store.append([speaking('c', 2, { odile: '2', anaïs: '3', zoé: 'other', inès: '6' })])
  expect(seal.mock.calls).toEqual([
    ['zoé', 'other'],
    ['inès', '6'],
  ])
  store.append([speaking('d', 6, { anaïs: '7' })])
  expect(readBoth()).toEqual(['1', '5', '2', '3', 'other', '6', '7'])
})

test('[J182] who is erased, or spoken of for the first time, between the sealing and the batch is sealed under the key of then', () => {
  store.append([speaking('a', 0, { odile: '1' })])
  sealAhead({ odile: '2', anaïs: '3' })
  store.forget([{ subject: 'odile' as SubjectId }])
  store.append([speaking('b', 1, { anaïs: '4' })])
  store.append([speaking('c', 2, { odile: '2', anaïs: '3' })])
  expect(readBoth()).toEqual([null, '4', '2', '3'])
  // The new keys are those of their entries: what was erased once can be erased again, up to there.
  store.forget([{ subject: 'odile' as SubjectId, before: 3 }])
  expect(readBoth()).toEqual([null, '4', '2', '3'])
})

test('[J182] a batch that failed is sealed anew, and what was sealed for one that never came is dropped', () => {
  sealAhead({ odile: '1' })
  db.exec('PRAGMA max_page_count = 1')
  expect(() => store.append([speaking('a', 0, { odile: '1', long: 'x'.repeat(100_000) })])).toThrow()
  db.exec('PRAGMA max_page_count = 1000000')
  sealAhead({})
  store.append([speaking('a', 0, { odile: '1' })])
  expect(readBoth()).toEqual(['1'])
})
