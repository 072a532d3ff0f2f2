import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadMasterKey, MasterKeyRefused } from './master-key.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'master-key-'))
  file = join(folder, 'made', 'master.key')
})
afterEach(() => rmSync(folder, { recursive: true }))

const first = { journalExists: false }
const later = { journalExists: true }

test('[J20] the master key is made on first start, for its owner alone, and read again afterwards', () => {
  const made = loadMasterKey(file, first)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toEqual(made.export())
  expect(loadMasterKey(file, later).equals(made)).toBe(true)
})

test('[J21] a master key that others can read is refused with the command that mends it', () => {
  loadMasterKey(file, first)
  for (const mode of [0o640, 0o604, 0o660]) {
    chmodSync(file, mode)
    expect(() => loadMasterKey(file, later)).toThrow(`run "chmod 600 ${file}"`)
  }
})

test('[J22] a file that holds no master key is refused and left as it is', () => {
  loadMasterKey(file, first)
  for (const text of [
    '',
    'mot de passe',
    Buffer.alloc(31).toString('base64'),
    Buffer.alloc(33).toString('base64'),
  ]) {
    writeFileSync(file, text)
    expect(() => loadMasterKey(file, first)).toThrow(MasterKeyRefused)
    expect(readFileSync(file, 'utf8')).toBe(text)
  }
})

test('[J23] a missing master key beside a journal is refused in words, never made anew', () => {
  expect(() => loadMasterKey(file, later)).toThrow(/is missing.*put the file back, or set MASTER_KEY_FILE/)
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined()
})
