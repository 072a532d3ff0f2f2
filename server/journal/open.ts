import type { KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#server/config.ts'
import { type Journal, noJournal } from '#server/journal/port.ts'
import { openRedisJournal } from '#server/journal/redis.ts'
import { openSqliteJournal } from '#server/journal/sqlite.ts'
import { journalFile } from '#server/journal/sqlite-schema.ts'
import { loadMasterKey } from '#server/lib/master-key.ts'

type Warn = (sentence: string) => void

/**
 * The journal that the configuration names, made on first use. Throws `JournalRefused` or `MasterKeyRefused` in the
 * administrator's words, `JournalUnavailable` when Redis does not answer. `warn` is told what is worth a line in the log.
 */
export function openJournal(config: Config, warn: Warn): Promise<Journal> {
  return open(config, warn, (journalExists) => loadMasterKey(masterKeyFile(config), { journalExists }))
}

/** The same, but where there is none it throws `JournalRefused` and leaves no trace. */
export function openExistingJournal(config: Config, warn: Warn): Promise<Journal> {
  const setting = config.JOURNAL === 'redis' ? 'NAMESPACE' : 'DATA_DIR'
  return open(config, warn, (journalExists) => {
    if (!journalExists) throw noJournal(setting, config[setting])
    return loadMasterKey(masterKeyFile(config), { journalExists })
  })
}

async function open(
  config: Config,
  warn: Warn,
  masterKey: (journalExists: boolean) => KeyObject,
): Promise<Journal> {
  const { DATA_DIR: folder } = config
  if (config.JOURNAL === 'sqlite') {
    return openSqliteJournal({ folder, masterKey: masterKey(existsSync(journalFile(folder))) })
  }
  const { journal, warnings } = await openRedisJournal({
    url: config.REDIS_URL,
    namespace: config.NAMESPACE,
    masterKey,
    declaredDurable: config.REDIS_DURABLE === 'declared',
  })
  for (const sentence of warnings) warn(sentence)
  return journal
}

export function masterKeyFile({ MASTER_KEY_FILE, DATA_DIR }: Config): string {
  return MASTER_KEY_FILE ?? join(DATA_DIR, 'master.key')
}
