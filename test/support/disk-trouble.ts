import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A data folder whose disk has as little room as a test says, until it says otherwise. */
export type DiskTrouble = Disposable &
  Readonly<{
    folder: string
    /** From now on there are about so many bytes left for this process. */
    leave: (bytes: number, pid: number) => void
    relieve: (pid: number) => void
  }>

/** A file system of its own that is really full: writes fail with ENOSPC. Only where one may mount. */
export function fullDisk(): DiskTrouble {
  const folder = mkdtempSync(join(tmpdir(), 'cip-full-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'cip-full', folder])
  const ballast = join(folder, 'ballast')
  return {
    folder,
    leave: (bytes) => {
      const { bavail, bsize } = statfsSync(folder)
      appendFileSync(ballast, Buffer.alloc(bavail * bsize - bytes))
    },
    relieve: () => rmSync(ballast),
    [Symbol.dispose]: () => {
      // Lazily: a server that a failed test left behind may still hold a file of it.
      execFileSync('umount', ['--lazy', folder])
      rmSync(folder, { recursive: true })
    },
  }
}

export function mayMount(): boolean {
  return spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'cip-probe', tmpdir()]).status === 0
}

/** A disk that writes no file beyond so many bytes: with EFBIG, on any Linux and without any right. */
export function failingDisk(): DiskTrouble {
  const folder = mkdtempSync(join(tmpdir(), 'cip-failing-'))
  const limit = (pid: number, bytes: number | 'unlimited') =>
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])
  return {
    folder,
    leave: (bytes, pid) => limit(pid, bytes),
    relieve: (pid) => limit(pid, 'unlimited'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}
