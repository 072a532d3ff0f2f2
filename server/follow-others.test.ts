import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentInstallation } from '#shared/publicsite/installation.ts'
import { readConfig } from '#server/config.ts'
import { openCore } from '#server/core.ts'
import { MemoryJournal } from '#server/journal/memory.ts'
import { systemClock } from '#server/lib/clock.ts'
import { createLogger } from '#server/lib/logger.ts'
import { noted, sealed } from '../test/support/drafts.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cip-follow-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('[J145] what another node has recorded and this one cannot fold ends no process: it says so and records nothing more', async () => {
  const journal = new MemoryJournal()
  const lines: string[] = []
  const open = () =>
    openCore({
      config: readConfig({ DATA_DIR: folder, JOURNAL: 'redis', REDIS_URL: 'redis://127.0.0.1:1' }),
      journal,
      clock: systemClock,
      logger: createLogger('error', { write: (line) => void lines.push(line) }),
      installation: () => silentInstallation,
    })
  const { dispatcher, health, close } = await open()
  await journal.append([sealed(1, 7)], 0)
  await expect.poll(() => dispatcher.state.seq).toBe(1)
  const unheard = { type: 'weather.forecast', text: 'de demain' } as never
  await journal.append([{ ...noted(2), event: unheard }], 1)
  await expect.poll(() => health.isStoring).toBe(false)
  // The journal itself answers: it is this process that must not be trusted.
  for (let n = 0; n < 5; n += 1) expect(await health.isReady()).toBe(false)
  health.stored()
  expect(health.isStoring).toBe(false)
  expect(lines.filter((line) => line.includes('cannot be followed'))).toHaveLength(1)
  // Nor is a start on such a journal a trace.
  await expect(open()).rejects.toThrow(/does not know .*: start the version that wrote it/)
  await close()
})
