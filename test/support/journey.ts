import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach } from 'vitest'
import { Consoles, type Kind } from './browser.ts'

type Journey = Readonly<{
  /** Where its servers put their data; made by the first of them, gone after the last test. */
  folder: string
  consoles: Consoles
  /** Gives it back, to be closed after the last test: what came last first. */
  keep: <T extends AsyncDisposable>(thing: T) => T
}>

/**
 * What the tests of one file share, named at the top of it, started in its `beforeAll`, and closed here even if that fails
 * halfway. A test that fails leaves pictures of what everybody had before their eyes.
 */
export function beginJourney(kind: Kind = {}): Journey {
  const folder = join(tmpdir(), `cip-journey-${randomUUID()}`)
  const consoles = new Consoles(kind)
  const kept = new AsyncDisposableStack()
  // The system may still be writing for a server that was killed.
  kept.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  beforeEach(({ task, onTestFailed }) => onTestFailed(() => consoles.picture(task.name)))
  afterAll(async () => {
    // Before the servers: nobody's console looks for them in vain.
    kept.use(consoles)
    await kept.disposeAsync()
  })
  return { folder, consoles, keep: (thing) => kept.use(thing) }
}
