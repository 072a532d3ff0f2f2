import type { KeyObject } from 'node:crypto'
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeFolder } from '#server/lib/make-folder.ts'
import { JournalRefused, noJournal } from './port.ts'
import { fingerprint } from './seal.ts'

/** In the installation's data folder; `npm run verify` and `npm run backup` read it too. */
export function journalFile(folder: string): string {
  return join(folder, 'journal.sqlite')
}

/** What a restore brings beside the journal, before the two are exchanged. */
export function comingFile(folder: string): string {
  return `${journalFile(folder)}.new`
}

/** Whether a restore ended between putting the journal aside and putting the backup in its place. */
export function isCutShort(folder: string): boolean {
  return !existsSync(journalFile(folder)) && existsSync(comingFile(folder))
}

/** The file of a journal that is there. Throws `JournalRefused`. */
export function existingJournal(folder: string): string {
  const file = journalFile(folder)
  if (existsSync(file)) return file
  throw noJournal('DATA_DIR', folder)
}

const version = 1
/** Bytes: what SQLite writes between two checkpoints. */
const logSize = 4 * 1024 * 1024

// `entries` is the journal. `commands` finds what a repeated command made: it could be rebuilt from the entries.
// `subjects` holds the wrapped keys: the one table from which rows go.
const schema = `
  CREATE TABLE IF NOT EXISTS entries (
    seq INTEGER PRIMARY KEY, body TEXT NOT NULL, sealed BLOB, hash BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS commands (
    command TEXT PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS subjects (subject TEXT PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${version};
`

/** Opens the journal's file, made on first use; to be called under the folder's lock. Throws `JournalRefused`. */
export function openDatabase(folder: string, masterKey: KeyObject): DatabaseSync {
  makeFolder(folder)
  if (isCutShort(folder)) {
    throw new JournalRefused(`a restore was cut short in ${folder}: run "npm run restore" again`)
  }
  // Of a restore that ended before it moved anything: it holds keys that no later erasure would reach.
  rmSync(comingFile(folder), { force: true })
  // Another process may read (verify, backup) and hold a lock for a moment: wait for it rather than fail.
  const db = new DatabaseSync(journalFile(folder), { timeout: 5_000 })
  // Its WAL takes the same rights. The folder may have been made by hand, open to others.
  chmodSync(journalFile(folder), 0o600)
  const { user_version: found } = db.prepare('PRAGMA user_version').get() ?? {}
  if (Number(found) > version) {
    throw new JournalRefused(
      `${journalFile(folder)} was written by a newer version of this program: install that version, or another DATA_DIR`,
    )
  }
  // FULL: a commit that is acknowledged survives a power cut. secure_delete: a destroyed key leaves no bytes behind.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
  db.exec(schema)
  reserveLog(db)
  checkMasterKey(db, masterKey)
  return db
}

/** SQLITE_BUSY. */
const busy = 5

/**
 * Brings the write-ahead log to the size it has anyway once SQLite has written that much, until an erasure empties it: what a small cache spills
 * into it before it is rolled back. A commit that overwrites is on disk in 0.2 ms instead of 0.3, because its file need
 * not become longer. On a full disk it stays as it is.
 */
function reserveLog(db: DatabaseSync): void {
  const { cache_size: cacheSize } = db.prepare('PRAGMA cache_size').get() ?? {}
  db.exec('PRAGMA cache_size = 10; BEGIN IMMEDIATE; CREATE TABLE reserve (bytes BLOB)')
  try {
    db.prepare('INSERT INTO reserve VALUES (zeroblob(?))').run(logSize)
  } catch {
    // Only slower.
  }
  if (db.isTransaction) db.exec('ROLLBACK')
  db.exec(`PRAGMA cache_size = ${String(cacheSize)}`)
}

/**
 * Held as long as the process lives and released by the system whatever its end: two writers on one journal would
 * each be right and the chain broken. Throws `JournalRefused` when another server holds it.
 */
export function lockFolder(folder: string): DatabaseSync {
  makeFolder(folder)
  // A server that is being restarted may need a moment to let go.
  const lock = new DatabaseSync(join(folder, 'journal.lock'), { timeout: 3_000 })
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return lock
  } catch (cause) {
    lock.close()
    if ((cause as { errcode?: unknown }).errcode !== busy) throw cause
    throw new JournalRefused(
      `a server already writes the journal in ${folder}: stop it first, or set another DATA_DIR`,
      { cause },
    )
  }
}

function checkMasterKey(db: DatabaseSync, masterKey: KeyObject): void {
  const print = fingerprint(masterKey)
  db.prepare("INSERT INTO meta VALUES ('master-key', ?) ON CONFLICT DO NOTHING").run(print)
  refuseOtherKey(db, masterKey)
}

/** Throws `JournalRefused` where this journal was sealed with another master key. */
export function refuseOtherKey(db: DatabaseSync, masterKey: KeyObject): void {
  const { value } = db.prepare("SELECT value FROM meta WHERE name = 'master-key'").get() ?? {}
  if (value !== fingerprint(masterKey)) {
    throw new JournalRefused(
      'the journal was sealed with another master key: set MASTER_KEY_FILE to the file that was used until now',
    )
  }
}
