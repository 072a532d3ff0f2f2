import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Draft } from '#shared/journal/entry.ts'
import { initialState, reducerVersion } from '#shared/state.ts'
import { foldJournal } from '#server/journal/fold.ts'
import { KeptSnapshots } from '#server/journal/keep-snapshots.ts'
import { MemoryJournal } from '#server/journal/memory.ts'
import { beginning } from '#server/journal/port.ts'
import { loadSnapshot } from '#server/journal/snapshot.ts'
import { createLogger } from '#server/lib/logger.ts'
import { commandId, personId, sealed } from '../../test/support/drafts.ts'

const masterKey = createSecretKey(randomBytes(32))

let folder: string
let journal: MemoryJournal
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keep-snapshots-'))
  journal = new MemoryJournal()
})
afterEach(() => rmSync(folder, { recursive: true }))

async function append(...drafts: readonly Draft[]): Promise<void> {
  await journal.append(drafts, await journal.head())
}

/** A server's start and end, as far as the snapshot is concerned. */
async function startAndStop() {
  const snapshots = new KeptSnapshots({ folder, masterKey, journal, logger: createLogger('silent') })
  const restored = await snapshots.load()
  const state = await foldJournal(journal, restored)
  const [last] = await journal.read(state.seq - 1, 1)
  await snapshots.follower.make(state, last ?? beginning)
  return { restored, state }
}

async function onDisk() {
  const hashAt = async (seq: number) => (await journal.read(seq - 1, 1))[0]?.hash ?? null
  return (await loadSnapshot(folder, masterKey, { reducer: reducerVersion, hashAt })).snapshot
}

test('[J80] [X8] a server that starts from a snapshot and a tail comes to the state of a whole fold', async () => {
  await append(sealed(1, 1), sealed(2, 2))
  await startAndStop()
  await append(sealed(3, 3), sealed(4, 1))
  const { restored, state } = await startAndStop()
  expect(restored.seq).toBe(2)
  expect(state.seq).toBe(4)
  expect(state).toEqual(await foldJournal(journal, initialState))
})

test('[J81] what a start had to fold is in the snapshot at once, without any further entry', async () => {
  await startAndStop()
  expect(readdirSync(folder)).toEqual([])
  await append(sealed(1, 1))
  await startAndStop()
  expect((await onDisk())?.seq).toBe(1)
})

test('[J81] [X8] an erasure that a start had to fold leaves nothing in the snapshot', async () => {
  await append(sealed(1, 1, 'secret one'))
  await startAndStop()
  expect(JSON.stringify(await onDisk())).toContain('secret one')
  const erased = { type: 'privacy.erased', subject: personId(1), reason: 'à sa demande' } as const
  await append({ at: 1, by: personId(2), crisis: null, command: commandId(2), event: erased })
  await startAndStop()
  const kept = await onDisk()
  expect(kept?.seq).toBe(2)
  expect(JSON.stringify(kept)).not.toContain('secret one')
})
