import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { initialState } from '#shared/state.ts'
import { deleteSnapshot, loadSnapshot, saveSnapshot, snapshotFile } from './snapshot.ts'

const masterKey = createSecretKey(randomBytes(32))
const snapshot = {
  reducer: 'v1',
  seq: 12,
  hash: 'ab'.repeat(32),
  state: { ...initialState, of: 'Zoé Martin' },
}
const journal = async (seq: number) => (seq === 12 ? snapshot.hash : null)
const now = { reducer: 'v1', hashAt: journal }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snapshot-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('[J70] a snapshot is read back as it was taken, the last one only', async () => {
  await saveSnapshot(folder, masterKey, { ...snapshot, seq: 5 })
  await saveSnapshot(folder, masterKey, snapshot)
  expect(await loadSnapshot(folder, masterKey, now)).toEqual({ snapshot, why: null })
  expect(readdirSync(folder).length).toBe(1)
})

test('[J71] a snapshot on disk shows nothing of what it holds and is its owner’s alone', async () => {
  await saveSnapshot(folder, masterKey, snapshot)
  expect(readFileSync(snapshotFile(folder)).includes('Martin')).toBe(false)
  expect(statSync(snapshotFile(folder)).mode & 0o777).toBe(0o600)
})

test('[J72] a snapshot of another reducer, journal or master key is not used, and why is said', async () => {
  const why = async (key: typeof masterKey, options: typeof now) =>
    (await loadSnapshot(folder, key, options)).why
  expect(await why(masterKey, now)).toBe('there is no snapshot')
  await saveSnapshot(folder, masterKey, snapshot)
  expect(await why(masterKey, { ...now, reducer: 'v2' })).toMatch(/another version of the reducer/)
  expect(await why(masterKey, { ...now, hashAt: async () => null })).toMatch(/another journal/)
  expect(await why(createSecretKey(randomBytes(32)), now)).toMatch(/another master key/)
})

test('[J73] a damaged snapshot is not used, wherever it is damaged, and why is said', async () => {
  await saveSnapshot(folder, masterKey, snapshot)
  const whole = readFileSync(snapshotFile(folder))
  for (const length of [0, 11, 28, whole.length - 1]) {
    writeFileSync(snapshotFile(folder), whole.subarray(0, length))
    expect((await loadSnapshot(folder, masterKey, now)).why).toMatch(/damaged/)
  }
  for (let i = 0; i < whole.length; i += 7) {
    const bytes = Buffer.from(whole)
    bytes[i] = (bytes[i] ?? 0) ^ 1
    writeFileSync(snapshotFile(folder), bytes)
    expect((await loadSnapshot(folder, masterKey, now)).why).toMatch(/damaged/)
  }
})

test('[J74] an erasure deletes the snapshot, even one left half written', async () => {
  await saveSnapshot(folder, masterKey, snapshot)
  writeFileSync(`${snapshotFile(folder)}.new`, 'half')
  await deleteSnapshot(folder)
  await deleteSnapshot(folder)
  expect(readdirSync(folder)).toEqual([])
})
