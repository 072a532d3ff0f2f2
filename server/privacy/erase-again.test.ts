import { createSecretKey } from 'node:crypto'
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

const masterKey = createSecretKey(Buffer.alloc(32, 7))
const again = (journal: MemoryJournal, at = folder) => eraseAgain({ journal, folder: at, masterKey })

const said = async (journal: MemoryJournal) => JSON.stringify(await journal.read(0, 10))

test('[J143] a journal put back to an earlier day forgets who was erased since, as an entry that all servers read, once', async () => {
  const journal = new MemoryJournal()
  await journal.append([sealed(1, 7, 'Odile'), sealed(2, 8, 'Paul')], 0)
  noteErased(folder, [{ seq: 500, subject: personId(7) }])
  expect(await again(journal)).toBe(1)
  expect(await said(journal)).not.toContain('Odile')
  expect(await said(journal)).toContain('Paul')
  expect((await journal.read(2, 10)).map(({ event }) => event)).toMatchObject([
    { type: 'privacy.erased', subject: personId(7) },
  ])
  // Spoken of again in the history that goes on from here, before it comes to entry 500.
  await journal.append([sealed(3, 7, 'de nouveau')], 3)
  expect(await again(journal)).toBe(0)
  expect(await said(journal)).toContain('de nouveau')
})

test('[J143] an erasure that the journal knows is left to its follower', async () => {
  const journal = new MemoryJournal()
  const event = { type: 'privacy.erased', subject: personId(7), reason: 'à sa demande' } as const
  await journal.append([sealed(1, 7, 'Odile'), { ...noted(2), event }], 0)
  noteErased(folder, [{ seq: 2, subject: personId(7) }])
  expect(await again(journal)).toBe(0)
})

test('[J143] a member of the pool, whose id has a number, is forgotten again as a caller is', async () => {
  const journal = new MemoryJournal()
  const subject = nthMemberId(commandId(5), 12)
  const odile = sealed(1, 7, 'Odile')
  await journal.append([{ ...odile, event: { ...odile.event, subject } } as typeof odile], 0)
  noteErased(folder, [{ seq: 500, subject }])
  expect(await again(journal)).toBe(1)
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
    expect(await again(journal)).toBe(2)
    await journal.append([sealed(3, 7, 'de nouveau')], 4)
  })
  expect(await again(late)).toBe(0)
  expect(await erasures(journal)).toBe(2)
  expect(await said(journal)).not.toMatch(/Odile|Paul/)
  expect(await said(journal)).toContain('de nouveau')
})

test('[J161] a server that is killed before the keys are gone goes on from the entry that is there', async () => {
  const journal = new MemoryJournal()
  await journal.append([sealed(1, 7, 'Odile')], 0)
  noteErased(folder, [{ seq: 500, subject: personId(7) }])
  const killed = overtaken(journal, 'forget', () => Promise.reject(new Error('killed')))
  await expect(again(killed)).rejects.toThrow('killed')
  expect(await again(journal)).toBe(0)
  expect(await erasures(journal)).toBe(1)
  expect(await said(journal)).not.toContain('Odile')
})

test('[J161] a server whose list has more lines of somebody finds nothing owed where one of them is done again', async () => {
  const journal = new MemoryJournal()
  await journal.append([sealed(1, 7, 'Odile')], 0)
  noteErased(folder, [{ seq: 500, subject: personId(7) }])
  expect(await again(journal)).toBe(1)
  await journal.append([sealed(3, 7, 'de nouveau')], 2)
  const other = mkdtempSync(join(tmpdir(), 'cip-erase-again-'))
  const before = new Proxy(journal, {
    // It asks what is owed while the first has not noted yet that it is done.
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (name === 'positionOf') return () => Promise.resolve(null)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  noteErased(
    other,
    [500, 600].map((seq) => ({ seq, subject: personId(7) })),
  )
  expect(await again(before, other)).toBe(0)
  expect(await erasures(journal)).toBe(1)
  expect(await said(journal)).toContain('de nouveau')
  rmSync(other, { recursive: true })
})

test('[J170] whoever uses first the id under which somebody was erased again in a history that is gone keeps no erasure from being done', async () => {
  noteErased(folder, [{ seq: 500, subject: personId(7) }])
  const gone = new MemoryJournal()
  await gone.append([sealed(1, 7, 'Odile')], 0)
  await again(gone)
  const known = (await gone.read(1, 1))[0]?.command
  const journal = new MemoryJournal()
  await journal.append([sealed(1, 7, 'Odile'), { ...noted(2), ...(known && { command: known }) }], 0)
  expect(await journal.entriesOf(known ?? commandId(2))).toHaveLength(1)
  expect(await again(journal)).toBe(1)
  expect(await erasures(journal)).toBe(1)
  expect(await said(journal)).not.toContain('Odile')
  expect(await again(journal)).toBe(0)
})

test('[J170] the id under which somebody is erased again is known to nobody without the master key', async () => {
  noteErased(folder, [{ seq: 500, subject: personId(7) }])
  const idUnder = async (byte: number) => {
    const journal = new MemoryJournal()
    await journal.append([sealed(1, 7, 'Odile')], 0)
    await eraseAgain({ journal, folder, masterKey: createSecretKey(Buffer.alloc(32, byte)) })
    return (await journal.read(1, 1))[0]?.command
  }
  expect(await idUnder(7)).toBe(await idUnder(7))
  expect(await idUnder(7)).not.toBe(await idUnder(8))
})
