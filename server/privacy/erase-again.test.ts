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

/** Of two servers that start at once the other does `first` all it has to, when this one comes to `method`. */
function overtaken(journal: MemoryJournal, method: 'append' | 'forget', first: () => Promise<unknown>) {
  let isOvertaken = false
  return new Proxy(journal, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return async (...given: unknown[]) => {
        if (name === method && !isOvertaken) {
          isOvertaken = true
          await first()
        }
        return (await Reflect.apply(value, target, given)) as unknown
      }
    },
  })
}

const erasures = async (journal: MemoryJournal) =>
  (await journal.read(0, 20)).filter(({ event }) => event.type === 'privacy.erased').length

test('[J161] of two servers that start at once one records that an erasure is done again, the other finds nothing owed', async () => {
  const journal = new MemoryJournal()
  await journal.append([sealed(1, 7, 'Odile'), sealed(2, 8, 'Paul')], 0)
  const owed = [personId(7), personId(8)].map((subject, n) => ({ seq: 500 + n, subject }))
  noteErased(folder, owed)
  const late = overtaken(journal, 'append', async () => {
    expect(await eraseAgain(journal, folder)).toBe(2)
    await journal.append([sealed(3, 7, 'de nouveau')], 4)
  })
  expect(await eraseAgain(late, folder)).toBe(0)
  expect(await erasures(journal)).toBe(2)
  expect(await said(journal)).not.toMatch(/Odile|Paul/)
  expect(await said(journal)).toContain('de nouveau')
})

test('[J161] a server that is killed before the keys are gone goes on from the entry that is there', async () => {
  const journal = new MemoryJournal()
  await journal.append([sealed(1, 7, 'Odile')], 0)
  noteErased(folder, [{ seq: 500, subject: personId(7) }])
  const killed = overtaken(journal, 'forget', () => Promise.reject(new Error('killed')))
  await expect(eraseAgain(killed, folder)).rejects.toThrow('killed')
  expect(await eraseAgain(journal, folder)).toBe(0)
  expect(await erasures(journal)).toBe(1)
  expect(await said(journal)).not.toContain('Odile')
})
