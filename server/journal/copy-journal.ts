import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/**
 * Copies a journal's file with what its log (WAL) holds besides, in one reading transaction: a server goes on writing, and
 * what it adds meanwhile is left out whole. Of `target` nothing stays that was there.
 */
export function copyJournal(source: string, target: string): void {
  // Made first, for its owner alone: SQLite would make it with everybody's rights.
  closeSync(openSync(target, 'w', 0o600))
  using journal = new DatabaseSync(source, { readOnly: true, timeout: 5_000 })
  journal.prepare('VACUUM INTO ?').run(target)
}

/**
 * Brings what the log (WAL) holds into the journal's file, so that this alone is whole. To be called under the folder's lock. A
 * journal that is damaged, or whose disk is full, stays as it is: its log is kept beside it.
 */
export function settleLog(file: string): void {
  try {
    using journal = new DatabaseSync(file, { timeout: 5_000 })
    journal.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch {
    // It is put aside as it lies, log and all.
  }
}
