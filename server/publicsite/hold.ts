import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
  const wasHeld = isHeld(folder)
  rmSync(holdFile(folder), { force: true })
  return wasHeld
}

/** Whether the public page must stay as it is. */
function isHeld(folder: string): boolean {
  return existsSync(holdFile(folder))
}

/**
 * Asks again and again, for a process that serves the page. A folder that is away, or that is not the one it began with, says
 * nothing: what was held stays held until its file has gone from where it lay.
 */
export function followHold(folder: string): () => boolean {
  const ofFolder = () => statSync(folder, { throwIfNoEntry: false })?.ino
  const begun = ofFolder()
  let wasHeld = false
  return () => {
    if (isHeld(folder)) wasHeld = true
    else if (ofFolder() === begun) wasHeld = false
    return wasHeld
  }
}
