import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Bands } from '#client/shell/Bands.tsx'
import type { ShellView } from '#client/shell/use-shell.ts'
import { takeAuthorKey } from '#client/lib/keyring.ts'
import { Outbox, type OutboxItem } from '#client/sync/outbox.ts'
import { forget, outboxStore, recall, remember } from '#client/sync/storage.ts'
import type { Envelope } from '#shared/command.ts'
import { emptyReplica } from '#shared/sync/replica.ts'
import { commandId, t0 } from '../../test/support/drafts.ts'
import { alice } from '../../test/support/sheets.ts'

afterEach(cleanup)

const refused = () => Promise.reject(new DOMException('The quota has been exceeded.', 'QuotaExceededError'))
const command = { type: 'journal.note', text: 'Pont fermé', happenedAt: null } as const
const envelope = { id: commandId(2), crisis: commandId(1), command } as unknown as Envelope

function outboxOf(world: { isLive: boolean }, put: () => Promise<void> = refused) {
  let items: readonly OutboxItem[] = []
  const outbox = new Outbox({
    store: { all: () => Promise.resolve([]), put, remove: () => Promise.resolve() },
    send: async () => ({ status: 'accepted', at: t0, seqs: [1, 1], hash: null }),
    isLive: () => world.isLive,
    onChange: (now) => (items = now),
    onRecorded: () => undefined,
  })
  return { outbox, items: () => items }
}

test('[U312] offline, what the browser does not keep waits in memory, is said to, and is sent at the return', async () => {
  const world = { isLive: false }
  const { outbox, items } = outboxOf(world)
  expect(await outbox.submit(envelope, alice.id, t0)).toEqual({ status: 'pending' })
  expect(items()).toMatchObject([{ envelope, isUnkept: true }])
  world.isLive = true
  await outbox.flush(alice.id)
  expect(items()).toEqual([])
})

test('[U312] with the line live, what the browser does not keep is recorded all the same', async () => {
  const { outbox, items } = outboxOf({ isLive: true })
  expect(await outbox.submit(envelope, alice.id, t0)).toMatchObject({ status: 'recorded' })
  expect(items()).toEqual([])
})

test('[U424] whoever typed it is told that it is held once the browser has stored it, or else once it is recorded', async () => {
  const onHeld = vi.fn()
  const stored = outboxOf({ isLive: false }, () => Promise.resolve())
  await stored.outbox.submit(envelope, alice.id, t0, onHeld)
  expect(onHeld).toHaveBeenCalledOnce()
  const world = { isLive: false }
  const onRecorded = vi.fn()
  const unkept = outboxOf(world)
  await unkept.outbox.submit(envelope, alice.id, t0, onRecorded)
  expect(onRecorded).not.toHaveBeenCalled()
  world.isLive = true
  await unkept.outbox.flush(alice.id)
  expect(onRecorded).toHaveBeenCalledOnce()
})

test('[U312] where no database opens, the console starts from nothing and what it would keep fails nobody', async () => {
  // As this page’s: it has no IndexedDB at all.
  expect('indexedDB' in globalThis).toBe(false)
  takeAuthorKey(alice.id, '0a'.repeat(32))
  const you = { person: alice.id, name: 'Alice', roles: alice.roles, session: 's' }
  await remember(you, emptyReplica(null))
  expect(await recall(alice.id)).toBeNull()
  await forget()
  expect(await outboxStore.all()).toEqual([])
})

test('[U312] whose words wait unkept is told not to close the page', () => {
  const view = { isStoring: true, connection: 'offline', pending: 1, isLoaded: true, isUnkept: true }
  render(<Bands view={{ ...view, otherPerson: null, crisis: null } as unknown as ShellView} />)
  expect(screen.getByText(/ne fermez ni ne rechargez/)).toBeTruthy()
})
