import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { JournalUnavailable } from './port.ts'

/** A file as it was when it was first seen: `identity` is its device and inode. */
type Seen = { readonly path: string; identity: string | null }

/**
 * Whether what is written to is still what the next start will find. A file that was removed, or a folder that was
 * replaced, goes on taking every commit under its open descriptor, and all of it is gone when the process ends.
 */
export class SqlitePlace {
  readonly #folder: string
  readonly #files: readonly Seen[]
  #isLost = false

  /** To be made once `file` is open: what is there now is what must stay. */
  constructor(file: string) {
    const path = resolve(file)
    this.#folder = dirname(path)
    this.#files = [path, `${path}-wal`].map((one) => ({ path: one, identity: identityOf(one) }))
  }

  /** Whether the last check found the files gone. */
  get isLost(): boolean {
    return this.#isLost
  }

  /** Two questions to the system, some 4 µs each. Throws `JournalUnavailable`. */
  check(): void {
    this.#isLost = !this.#files.every(isStillThere)
    if (this.#isLost) throw lost(this.#folder)
  }
}

/** The write-ahead log may be made by the first commit. */
function isStillThere(file: Seen): boolean {
  const found = identityOf(file.path)
  file.identity ??= found
  return found !== null && found === file.identity
}

/** Null when there is no such file, or nobody may look. */
function identityOf(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return null
  }
}

function lost(folder: string): JournalUnavailable {
  return new JournalUnavailable(
    `the journal's files were removed or replaced in ${folder} while this server writes them: nothing more is recorded. Put DATA_DIR back as it was (what waits is then recorded), or restart the server on what is there now`,
  )
}
