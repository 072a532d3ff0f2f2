/**
 * The folded state, put aside so that a restart reads it and the entries after it instead of the whole journal.
 *
 * A cache and nothing more: it is thrown away when the reducer's version is another, when the journal does not hold
 * the entry it was taken at, or when it does not open. It holds personal data, hence encrypted with the master key and
 * deleted by an erasure; there is never more than one.
 *
 * The file is zstd of JSON, encrypted (see `encrypt` in seal.ts).
 */
import type { KeyObject } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import type { State } from '#shared/state.ts'
import { decrypt, encrypt } from './seal.ts'

export type Snapshot = Readonly<{
  /** Version of the reducer that folded it: another reducer may fold the same entries differently. */
  reducer: string
  /** The last entry folded into it, and that entry's hash. */
  seq: number
  hash: string
  state: State
}>

/** Why there is nothing to start from; a sentence for the log. */
type NoSnapshot = Readonly<{ snapshot: null; why: string }>
export type LoadedSnapshot = Readonly<{ snapshot: Snapshot; why: null }> | NoSnapshot

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

export function snapshotFile(folder: string): string {
  return join(folder, 'snapshot.bin')
}

/** Replaces the snapshot in one step: whoever dies on the way leaves the earlier one. */
export async function saveSnapshot(folder: string, masterKey: KeyObject, snapshot: Snapshot): Promise<void> {
  const file = snapshotFile(folder)
  const bytes = encrypt(masterKey, await compress(JSON.stringify(snapshot)))
  try {
    await writeThrough(`${file}.new`, bytes)
    await rename(`${file}.new`, file)
  } catch (error) {
    // On a full disk what is left half written would take the room that the journal needs.
    await rm(`${file}.new`, { force: true })
    throw error
  }
}

async function writeThrough(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * The snapshot, if this `reducer` took it and the journal is still the one it was taken of: `hashAt` gives the hash of
 * the journal's entry at a seq, null when it has none.
 */
export async function loadSnapshot(
  folder: string,
  masterKey: KeyObject,
  { reducer, hashAt }: { readonly reducer: string; readonly hashAt: (seq: number) => Promise<string | null> },
): Promise<LoadedSnapshot> {
  const bytes = await readIfThere(snapshotFile(folder))
  if (bytes === null) return none('there is no snapshot')
  const snapshot = await decode(masterKey, bytes)
  if (snapshot === null) return none('the snapshot is damaged or was taken with another master key')
  if (snapshot.reducer !== reducer) return none('the snapshot was taken by another version of the reducer')
  if ((await hashAt(snapshot.seq)) !== snapshot.hash) return none('the snapshot was taken of another journal')
  return { snapshot, why: null }
}

/** Part of every erasure. */
export async function deleteSnapshot(folder: string): Promise<void> {
  const file = snapshotFile(folder)
  await Promise.all([rm(file, { force: true }), rm(`${file}.new`, { force: true })])
}

function none(why: string): NoSnapshot {
  return { snapshot: null, why }
}

/** Null when the bytes are not what `saveSnapshot` wrote under this key. What authenticates was written by us. */
async function decode(masterKey: KeyObject, bytes: Buffer): Promise<Snapshot | null> {
  const packed = decrypt(masterKey, bytes)
  return packed === null ? null : (JSON.parse((await decompress(packed)).toString('utf8')) as Snapshot)
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
