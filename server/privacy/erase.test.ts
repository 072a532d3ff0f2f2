import { initialState } from '#shared/state.ts'
import { expect, test } from 'vitest'
import { MemoryJournal } from '#server/journal/memory.ts'
import type { Erasure } from '#server/journal/port.ts'
import { noted, personId } from '../../test/support/drafts.ts'
import { keyDestruction } from './erase.ts'

class Counting extends MemoryJournal {
  readonly asked: (readonly Erasure[])[] = []

  override forget(erasures: readonly Erasure[]): Promise<void> {
    this.asked.push(erasures)
    return super.forget(erasures)
  }
}

test('[J129] erasures that are handed over together are one act of the journal', async () => {
  const journal = new Counting()
  const listed: number[] = []
  const follower = keyDestruction({
    journal,
    snapshots: { drop: () => Promise.resolve() },
    note: (erased) => void listed.push(...erased.map(({ seq }) => seq)),
  })
  const entries = [1, 2, 3].map((n) => {
    const event = { type: 'privacy.erased', subject: personId(n), reason: 'à sa demande' } as const
    return { ...noted(n), event, seq: n, hash: '' }
  })
  await follower.handle(entries, initialState)
  expect(listed).toEqual([1, 2, 3])
  expect(journal.asked).toEqual([[1, 2, 3].map((n) => ({ subject: personId(n), before: n }))])
})
