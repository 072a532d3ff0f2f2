import { accessSync, constants } from 'node:fs'
import { ConfigError } from '#server/config.ts'
import { makeFolder } from '#server/lib/make-folder.ts'

/**
 * Makes the folder of everything that is kept, for its owner alone, or sees that it can be written to.
 * @param name as it was given: a setting, or a command's argument
 * @throws ConfigError
 */
export function prepareDataFolder(folder: string, name = 'DATA_DIR'): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    const what = reasons[code] ?? `the system says ${code}`
    throw new ConfigError(
      `${name}: got ${JSON.stringify(folder)}, takes a folder that can be written to (${what})`,
    )
  }
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'this is a file, or a link that leads nowhere',
  ENOTDIR: 'a part of its path is a file',
  ENOENT: 'none can be made there',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'its disk is read-only',
  ENOSPC: 'its disk is full: make room',
  ELOOP: 'its path leads in a circle',
}
