import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { syncToDisk } from '#server/lib/sync-to-disk.ts'

/** There after a restore, until a person has looked at what is in force. */
function holdFile(folder: string): string {
  return join(folder, 'on-hold')
}

/** `folder`: the public site's. What lies there goes on being served, and nothing else comes out. On disk when this returns. */
export function hold(folder: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(holdFile(folder), '')
  syncToDisk(folder)
}

/** False: nothing was held there. */
export function release(folder: string): boolean {
  const wasHeld = heldSince(folder) !== null
  rmSync(holdFile(folder), { force: true })
  return wasHeld
}

/** Since when the public page must stay as it is (ms); null: it need not. Throws where the disk does not say. */
function heldSince(folder: string): number | null {
  const mark = statSync(holdFile(folder), { throwIfNoEntry: false })
  return mark === undefined ? null : Math.floor(mark.mtimeMs)
}

/**
 * Asks again and again, for a process that serves the page. A folder that is away, or that is not the one it began with, says
 * nothing: what was held stays held until its file has gone from where it lay.
 */
export function followHold(folder: string): () => number | null {
  const ofFolder = () => statSync(folder, { throwIfNoEntry: false })?.ino
  const begun = ofFolder()
  let since: number | null = null
  return () => {
    const found = heldSince(folder)
    if (found !== null || ofFolder() === begun) since = found
    return since
  }
}
