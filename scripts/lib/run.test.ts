import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test, vi } from 'vitest'
import { run } from '#scripts/lib/run.ts'

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

/** SQLite's own words once it has no page left to write to. */
function fillDatabase(): void {
  using db = new DatabaseSync(':memory:')
  db.exec('CREATE TABLE facts (fact TEXT); PRAGMA max_page_count = 2')
  db.prepare('INSERT INTO facts VALUES (?)').run('x'.repeat(100_000))
}

test('[J181] a full disk met at any step of a command is one sentence and a failure, never a trace; a fault of ours stays one', async () => {
  const spoken = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await run(async () => {
    fillDatabase()
    return 0
  })
  expect(spoken.mock.calls).toEqual([['the disk of the journal is full: make room on it']])
  expect(process.exitCode).toBe(1)
  const ours = new Error('x is not a function')
  await expect(run(() => Promise.reject(ours))).rejects.toBe(ours)
})
