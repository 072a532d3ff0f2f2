import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ConfigError } from '#server/config.ts'

/**
 * Makes the folder of everything that is kept, for its owner alone, or sees that it can be written to.
 * @throws ConfigError
 */
export function prepareDataFolder(folder: string): void {
  try {
    makeFolder(resolve(folder))
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    const what = reasons[code] ?? `the system says ${code}`
    throw new ConfigError(
      `DATA_DIR: got ${JSON.stringify(folder)}, takes a folder that can be written to (${what})`,
    )
  }
}

/** Step by step: `recursive` never returns where the parent is there and takes no folder, as in /proc. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'this is a file',
  ENOTDIR: 'a part of its path is a file',
  ENOENT: 'none can be made there',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'its disk is read-only',
  ENOSPC: 'its disk is full: make room',
  ELOOP: 'its path leads in a circle',
}
