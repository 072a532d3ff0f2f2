import { existsSync } from 'node:fs'
import { ConfigError } from '#server/config.ts'
import { journalFile } from '#server/journal/sqlite-schema.ts'

/** The journal's file in `folder`. A mistyped DATA_DIR must not become a new journal: throws `ConfigError`. */
export function existingJournal(folder: string): string {
  const file = journalFile(folder)
  if (existsSync(file)) return file
  throw new ConfigError(`there is no journal in ${folder}: set DATA_DIR to where it is`)
}
