import { ConfigError } from '#server/config.ts'

/** SQLITE_FULL. */
const sqliteFull = 13

/** What is to be thrown for `error`: where it says that a disk is full, this sentence. */
export function fullDiskOr(error: unknown, sentence: string): unknown {
  const { errcode, code } = error as { errcode?: unknown; code?: unknown }
  return errcode === sqliteFull || code === 'ENOSPC' ? new ConfigError(sentence) : error
}
