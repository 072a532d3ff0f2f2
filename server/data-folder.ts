import { accessSync, constants, mkdirSync } from 'node:fs'
import { ConfigError } from '#server/config.ts'

/**
 * Makes the folder of everything that is kept, for its owner alone, or sees that it can be written to.
 * @throws ConfigError
 */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    const what = reasons[code] ?? `the system says ${code}`
    throw new ConfigError(
      `DATA_DIR: got ${JSON.stringify(folder)}, takes a folder that can be written to (${what})`,
    )
  }
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'this is a file',
  ENOTDIR: 'a part of its path is a file',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'its disk is read-only',
  ENOSPC: 'its disk is full: make room',
  ELOOP: 'its path leads in a circle',
}
