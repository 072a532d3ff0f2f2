import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { emptyDraft, type Draft } from '#client/calls/draft.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import { commandId, sheetId } from '../../test/support/drafts.ts'
import { alice, bob, logCall } from '../../test/support/sheets.ts'

const crisis = commandId(1) as string as CrisisId
const note = { type: 'journal.note', text: 'Pont fermé', happenedAt: null } as const

const waiting = (n: number, person = alice.id) => ({
  key: commandId(n) as string,
  envelope: { id: commandId(n), crisis, command: note },
  person,
  madeAt: n,
  refusal: null,
})
const draftOf = (n: number, person = alice.id): Draft => ({
  ...emptyDraft({ id: sheetId(n) as Draft['id'], crisis, person, madeAt: n }),
  note: 'Route coupée',
})

/** A page of its own, Alice's: what is open is the page's memory. */
async function openPage() {
  vi.resetModules()
  const keyring = await import('#client/lib/keyring.ts')
  keyring.takeAuthorKey(alice.id, '0a'.repeat(32))
  const { outboxStore, recall } = await import('#client/sync/storage.ts')
  const { sealedStore } = await import('#client/lib/sealed-database.ts')
  const drafts = sealedStore<Draft>('drafts', 'author')
  return { outboxStore, drafts, recall }
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** What the release before sealing made, and left: one sheet and one line of Alice's that wait, a line of Bob's, two drafts. */
async function leaveClear() {
  const outbox = await openDB('cip-console', 1, {
    upgrade(db) {
      db.createObjectStore('outbox', { keyPath: 'envelope.id' })
      db.createObjectStore('memory')
    },
  })
  const { urgent: _, ...sheet } = logCall()
  const kept = [
    waiting(1),
    waiting(2, bob.id),
    { ...waiting(3), envelope: { ...waiting(3).envelope, command: sheet } },
  ]
  for (const { key: _key, ...item } of kept) await outbox.put('outbox', item)
  await outbox.put('memory', { replica: 'the whole crisis' }, 'last')
  const drafts = await openDB('cip-call-drafts-1', 1, {
    upgrade: (db) => void db.createObjectStore('drafts', { keyPath: 'id' }),
  })
  for (const { urgent: _urgent, ...draft } of [draftOf(4), draftOf(5, bob.id)])
    await drafts.put('drafts', draft)
  return { outbox, drafts }
}

test('[U295] what the release before sealing kept of its author moves, also while a tab of it is open; the rest stays for theirs', async () => {
  const old = await leaveClear()
  const { outboxStore, drafts } = await openPage()
  expect(await outboxStore.all()).toEqual([
    waiting(1),
    { ...waiting(3), envelope: { ...waiting(3).envelope, command: logCall() } },
  ])
  expect(await drafts.all()).toEqual([draftOf(4)])
  expect(await old.outbox.getAllKeys('outbox')).toEqual([commandId(2)])
  expect(await old.outbox.count('memory')).toBe(0)
  expect(await old.drafts.getAllKeys('drafts')).toEqual([sheetId(5)])
})

test('[U295] two tabs that move it at once both find it, and so does each later page', async () => {
  await leaveClear()
  const pages = [await openPage(), await openPage()]
  const found = await Promise.all(pages.map(({ outboxStore }) => outboxStore.all()))
  expect(found.map((items) => items.length)).toEqual([2, 2])
  const later = await openPage()
  expect(await later.outboxStore.all()).toHaveLength(2)
})

test('[U295] where there was no such release nothing is made', async () => {
  const { outboxStore, drafts } = await openPage()
  expect([await outboxStore.all(), await drafts.all()]).toEqual([[], []])
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['cip-sealed-1'])
})

test('[U296] a database that does not answer is waited for once, three seconds; it is taken as soon as it does', async () => {
  // Whoever holds it keeps a deletion waiting, and everybody behind it.
  const holder = await openDB('cip-sealed-1', 1)
  void deleteDB('cip-sealed-1')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { recall, drafts } = await openPage()
  const recalled = recall(alice.id)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await recalled).toBeNull()
  // No second wait: it would never end on this clock.
  await expect(drafts.put('one', alice.id, draftOf(1))).rejects.toThrow('does not answer')

  vi.useRealTimers()
  holder.close()
  await vi.waitFor(() => drafts.put('one', alice.id, draftOf(1)))
  expect(await drafts.all()).toEqual([draftOf(1)])
})
