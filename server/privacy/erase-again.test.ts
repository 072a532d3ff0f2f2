import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nthMemberId } from '#shared/lib/nth-member-id.ts'
import { noteErased } from '#server/journal/erased-list.ts'
import { MemoryJournal } from '#server/journal/memory.ts'
import { commandId, noted, personId, sealed } from '../../test/support/drafts.ts'
import { eraseAgain } from './erase-again.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cip-erase-again-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const said = async (journal: MemoryJournal) => JSON.stringify(await journal.read(0, 10))

test('[J143] a journal put back to an earlier day forgets who was erased since, as an entry that all servers read, once', async () => {
  const journal = new MemoryJournal()
  await journal.append([sealed(1, 7, 'Odile'), sealed(2, 8, 'Paul')], 0)
  noteErased(folder, [{ seq: 500, subject: personId(7) }])
  expect(await eraseAgain(journal, folder)).toBe(1)
  expect(await said(journal)).not.toContain('Odile')
  expect(await said(journal)).toContain('Paul')
  expect((await journal.read(2, 10)).map(({ event }) => event)).toMatchObject([
    { type: 'privacy.erased', subject: personId(7) },
  ])
  // Spoken of again in the history that goes on from here, before it comes to entry 500.
  await journal.append([sealed(3, 7, 'de nouveau')], 3)
  expect(await eraseAgain(journal, folder)).toBe(0)
  expect(await said(journal)).toContain('de nouveau')
})

test('[J143] an erasure that the journal knows is left to its follower', async () => {
  const journal = new MemoryJournal()
  const event = { type: 'privacy.erased', subject: personId(7), reason: 'à sa demande' } as const
  await journal.append([sealed(1, 7, 'Odile'), { ...noted(2), event }], 0)
  noteErased(folder, [{ seq: 2, subject: personId(7) }])
  expect(await eraseAgain(journal, folder)).toBe(0)
})

test('[J143] a member of the pool, whose id has a number, is forgotten again as a caller is', async () => {
  const journal = new MemoryJournal()
  const subject = nthMemberId(commandId(5), 12)
  const odile = sealed(1, 7, 'Odile')
  await journal.append([{ ...odile, event: { ...odile.event, subject } } as typeof odile], 0)
  noteErased(folder, [{ seq: 500, subject }])
  expect(await eraseAgain(journal, folder)).toBe(1)
  expect(await said(journal)).not.toContain('Odile')
})
