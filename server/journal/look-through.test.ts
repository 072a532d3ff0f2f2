import { expect, test } from 'vitest'
import { createLogger } from '#server/lib/logger.ts'
import { noted, personId } from '../../test/support/drafts.ts'
import { lookThrough } from './look-through.ts'
import { MemoryJournal } from './memory.ts'
import { JournalUnavailable } from './port.ts'

/** Does not answer once, in the middle; what lies behind does not open. */
class Hiccuping extends MemoryJournal {
  readonly seen: number[] = []
  #isAway = true

  override async read(after: number, limit: number) {
    if (after > 0 && this.#isAway) {
      this.#isAway = false
      throw new JournalUnavailable('busy')
    }
    const entries = await super.read(after, limit)
    this.seen.push(...entries.map(({ seq }) => seq))
    return entries
  }

  override unreadable() {
    return this.seen.includes(300) ? [{ subject: personId(7), seq: 300 }] : []
  }
}

test('[J126] sealed data is looked through to its end, whatever the journal does not answer meanwhile', async () => {
  const journal = new Hiccuping()
  await journal.append(
    Array.from({ length: 300 }, (_, n) => noted(n + 1)),
    0,
  )
  const lines: string[] = []
  const logger = createLogger('error', { write: (line) => void lines.push(line) })
  await lookThrough({ journal, logger, signal: new AbortController().signal, noteErased: () => undefined })
  expect(journal.seen).toEqual(Array.from({ length: 300 }, (_, n) => n + 1))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('[300]')
})

test.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES'])(
  '[J171] a list of the erased that cannot be written (%s) is written once it can, and the reading goes on to its end',
  async (code) => {
    const journal = new MemoryJournal()
    const event = { type: 'privacy.erased', subject: personId(7), reason: 'à sa demande' } as const
    await journal.append([{ ...noted(1), event }, noted(2)], 0)
    const listed: unknown[] = []
    let isRefused = true
    const noteErased = (erased: readonly unknown[]) => {
      if (isRefused) {
        isRefused = false
        throw Object.assign(new Error(code), { code })
      }
      listed.push(...erased)
    }
    const logger = createLogger('error', { write: () => undefined })
    await lookThrough({ journal, logger, signal: new AbortController().signal, noteErased })
    expect(listed).toEqual([{ seq: 1, subject: personId(7) }])
  },
)
