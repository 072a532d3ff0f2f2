import { afterEach, expect, test, vi } from 'vitest'
import type { KeyMessage } from '#client/lib/key-messages.ts'
import type * as keyring from '#client/lib/keyring.ts'

type Ring = typeof keyring

const hers = '0a'.repeat(32)

/** A page of its own: the module is the page's memory. */
async function openPage(): Promise<Ring> {
  vi.resetModules()
  return import('#client/lib/keyring.ts')
}

afterEach(() => vi.useRealTimers())

/** As text: what one page tells another is made of that other window's arrays. */
function heldBy(page: Ring): string {
  return JSON.stringify(page.heldKeys())
}

function stateKeyOf(page: Ring): string {
  return JSON.stringify(page.heldKeys()?.state)
}

test('[U282] a page loaded again borrows the keys of its person from another tab, and nobody else’s', async () => {
  const first = await openPage()
  first.takeAuthorKey('alice', hers)
  const reloaded = await openPage()
  await reloaded.borrowKeys('alice')
  expect(heldBy(reloaded)).toBe(heldBy(first))

  const other = await openPage()
  vi.useFakeTimers()
  const asked = other.borrowKeys('bob')
  await vi.advanceTimersByTimeAsync(2_000)
  await asked
  expect(other.heldKeys()).toBeNull()
})

test('[U282] a tab whose session has become another person’s lends nothing', async () => {
  const first = await openPage()
  first.takeAuthorKey('carla', hers)
  first.lendKeys(false)
  const fresh = await openPage()
  vi.useFakeTimers()
  const asked = fresh.borrowKeys('carla')
  await vi.advanceTimersByTimeAsync(2_000)
  await asked
  expect(fresh.heldKeys()).toBeNull()
})

test('[U282] one person’s tabs agree on the key of the last state', async () => {
  const first = await openPage()
  first.takeAuthorKey('dora', hers)
  const before = stateKeyOf(first)
  const second = await openPage()
  second.takeAuthorKey('dora', hers)
  await vi.waitFor(() => expect(stateKeyOf(first)).toBe(stateKeyOf(second)))
  expect(stateKeyOf(first)).not.toBe(before)
  expect(second.takeAuthorKey('dora', hers)).toBe(false)
})

test('[U282] what is not asked for is not taken, and who has left holds nothing', async () => {
  const page = await openPage()
  const state = new Uint8Array(32)
  const channel = new BroadcastChannel('cip-keys')
  channel.postMessage({ type: 'told', keys: { person: 'eve', author: state, state } } satisfies KeyMessage)
  page.takeAuthorKey('alice', hers)
  expect(page.heldKeys()?.person).toBe('alice')
  page.dropKeys()
  expect(page.heldKeys()).toBeNull()
  channel.close()
})
