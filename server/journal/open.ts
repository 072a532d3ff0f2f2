import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#server/config.ts'
import type { Journal } from '#server/journal/port.ts'
import { openRedisJournal } from '#server/journal/redis.ts'
import { openSqliteJournal } from '#server/journal/sqlite.ts'
import { journalFile } from '#server/journal/sqlite-schema.ts'
import { loadMasterKey } from '#server/lib/master-key.ts'

/**
 * The journal that the configuration names. Throws `JournalRefused` or `MasterKeyRefused` in the administrator's words,
 * `JournalUnavailable` when Redis does not answer. `warn` is told what is worth a line in the log.
 */
export async function openJournal(config: Config, warn: (sentence: string) => void): Promise<Journal> {
  const { DATA_DIR: folder } = config
  const file = masterKeyFile(config)
  if (config.JOURNAL === 'sqlite') {
    const masterKey = loadMasterKey(file, { journalExists: existsSync(journalFile(folder)) })
    return openSqliteJournal({ folder, masterKey })
  }
  const { journal, warnings } = await openRedisJournal({
    url: config.REDIS_URL,
    namespace: config.NAMESPACE,
    masterKey: (journalExists) => loadMasterKey(file, { journalExists }),
    declaredDurable: config.REDIS_DURABLE === 'declared',
  })
  for (const sentence of warnings) warn(sentence)
  return journal
}

export function masterKeyFile({ MASTER_KEY_FILE, DATA_DIR }: Config): string {
  return MASTER_KEY_FILE ?? join(DATA_DIR, 'master.key')
}
