/**
 * The installation's master key wraps every subject's key. Whoever has it and the journal reads everything; whoever
 * loses it loses all sealed personal data. It lies in a file of its own so that it can be kept apart from backups.
 */
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from '#server/lib/make-folder.ts'

const size = 32

/** The master key cannot be used. The message is for the administrator: what is wrong, what to do. */
export class MasterKeyRefused extends Error {
  override readonly name = 'MasterKeyRefused'
}

/**
 * Reads the key, or makes it when there is no file and no journal that needs an earlier one. Throws
 * `MasterKeyRefused` when others can read the file, when it holds no such key, or when it is missing beside a journal.
 */
export function loadMasterKey(
  file: string,
  { journalExists }: { readonly journalExists: boolean },
): KeyObject {
  const text = readPrivate(file)
  if (text !== null) return parse(file, text)
  if (journalExists) {
    throw new MasterKeyRefused(
      `${file} is missing, and the journal beside it was sealed with it: put the file back, or set MASTER_KEY_FILE to where it is`,
    )
  }
  return create(file)
}

function parse(file: string, text: string): KeyObject {
  const bytes = Buffer.from(text.trim(), 'base64')
  // Node's decoder skips what is not base64: only a round trip tells a key from a text that resembles one.
  if (bytes.length !== size || bytes.toString('base64') !== text.trim()) {
    throw new MasterKeyRefused(
      `${file} does not hold a master key (${size} bytes in base64): put the right file back`,
    )
  }
  return createSecretKey(bytes)
}

/** Null when there is no such file. */
function readPrivate(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) return null
  if (found.isDirectory()) throw new MasterKeyRefused(`${file} is a folder: MASTER_KEY_FILE takes a file`)
  // Windows has no such bits: every file there looks open to all.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    throw new MasterKeyRefused(`${file} can be read by others: run "chmod 600 ${file}"`)
  }
  return readFileSync(file, 'utf8')
}

function openNew(file: string): number {
  try {
    makeFolder(dirname(file))
    // 'wx': of two servers that start at once, one makes the key and the other fails rather than overwriting it.
    return openSync(file, 'wx', 0o600)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw error
    throw new MasterKeyRefused(
      `${file} cannot be made (${code ?? 'unknown'}): MASTER_KEY_FILE takes a file in a folder that can be written to`,
      { cause: error },
    )
  }
}

function create(file: string): KeyObject {
  const bytes = randomBytes(size)
  const handle = openNew(file)
  try {
    // The umask may take bits away but also, on some file systems, be ignored.
    chmodSync(file, 0o600)
    writeSync(handle, `${bytes.toString('base64')}\n`)
    // Entries sealed with a key that a power cut takes away would be lost for ever.
    fsyncSync(handle)
  } catch (error) {
    // On a full disk: an empty file would be taken for a damaged key by the next start.
    rmSync(file)
    throw error
  } finally {
    closeSync(handle)
  }
  return createSecretKey(bytes)
}
