import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#server/config.ts'
import type { Journal } from '#server/journal/port.ts'
import { openSqliteJournal } from '#server/journal/sqlite.ts'
import { journalFile } from '#server/journal/sqlite-schema.ts'
import { loadMasterKey } from '#server/lib/master-key.ts'

/** The journal that the configuration names. Throws `JournalRefused` or `MasterKeyRefused` in the administrator's words. */
export async function openJournal(config: Config): Promise<Journal> {
  const { DATA_DIR: folder } = config
  const file = config.MASTER_KEY_FILE ?? join(folder, 'master.key')
  const masterKey = loadMasterKey(file, { journalExists: existsSync(journalFile(folder)) })
  return openSqliteJournal({ folder, masterKey })
}
