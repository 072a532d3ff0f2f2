import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { syncToDisk } from '#server/lib/sync-to-disk.ts'

function backupFile(folder: string): string {
  return join(folder, 'last-backup')
}

/** For whoever watches the machine: a backup that has not run for a week must not go unnoticed. Failing, it leaves what was known. */
export function noteBackup(folder: string, at: number): void {
  const file = `${backupFile(folder)}.new`
  writeFileSync(file, `${at}\n`, { mode: 0o600 })
  syncToDisk(file)
  renameSync(file, backupFile(folder))
}

/** When the last backup was taken and found sound (ms); 0: none that is known here. */
export function lastBackup(folder: string): number {
  try {
    const at = Number(readFileSync(backupFile(folder), 'utf8'))
    return Number.isFinite(at) ? at : 0
  } catch {
    return 0
  }
}
