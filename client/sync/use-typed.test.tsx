import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropKeys, takeAuthorKey } from '#client/lib/keyring.ts'
import { forgetKept, keptNames, readKept, writeKept } from '#client/sync/kept-store.ts'
import { useAct } from '#client/sync/use-act.ts'
import type { Sent } from '#client/sync/use-submit.ts'
import { useKept } from '#client/sync/use-kept.ts'
import { useTyped } from '#client/sync/use-typed.ts'
import { sheetId } from '../../test/support/drafts.ts'
import { alice, bob } from '../../test/support/sheets.ts'
import { sit } from '../../test/support/sit.ts'
import { Stage } from '../../test/support/stage.ts'

const server = vi.hoisted(() => ({ answer: (_: Sent) => {}, hold: () => {} }))
vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit:
    () =>
    (_, { onHeld = () => {} } = {}) => {
      server.hold = onHeld
      return new Promise<Sent>((resolve) => (server.answer = resolve))
    },
}))

const name = 'template-1.new'
const kept = () => readKept(name)?.value ?? null

beforeEach(() => {
  sit(alice, new Stage())
  takeAuthorKey(alice.id, '0a'.repeat(32))
})
afterEach(() => {
  cleanup()
  dropKeys()
  sessionStorage.clear()
})

const onClose = vi.fn()
const note = { type: 'journal.note', text: 'Crue lente', happenedAt: null } as const
const refusal = { code: 'command.forbidden', field: null, detail: null } as const

function begin() {
  const form = () => {
    const typed = useTyped({ name, initial: () => '', grounds: null, onClose })
    return { typed, ...useAct(onClose, typed) }
  }
  const { result } = renderHook(form)
  act(() => result.current.typed.set('Crue lente'))
  return result
}

test('[U424] what is on its way is kept until it is held where it waits; refused, it is kept here again', async () => {
  const form = begin()
  act(() => form.current.act(note))
  expect(kept()).toBe('Crue lente')
  act(() => server.hold())
  expect(kept()).toBeNull()
  await act(async () => server.answer({ status: 'refused', refusal }))
  expect(kept()).toBe('Crue lente')
})

test('[U424] what the browser has refused to hold stays kept by its form, which has closed', async () => {
  const form = begin()
  act(() => form.current.act(note))
  await act(async () => server.answer({ status: 'pending' }))
  expect(onClose).toHaveBeenCalled()
  expect(kept()).toBe('Crue lente')
  // Recorded at last.
  act(() => server.hold())
  expect(kept()).toBeNull()
})

test('[U424] no key changes what is on its way, until its answer', async () => {
  const form = begin()
  act(() => form.current.act(note))
  act(() => form.current.typed.set('Crue lente, puis rapide'))
  act(() => form.current.typed.beginAnew())
  expect(form.current.typed.value).toBe('Crue lente')
  await act(async () => server.answer({ status: 'refused', refusal }))
  act(() => form.current.typed.set('Crue lente, puis rapide'))
  expect(kept()).toBe('Crue lente, puis rapide')
})

test('[U424] of a line whose next is begun while it is on its way only what was sent is forgotten', () => {
  const { result: line } = renderHook(() => useKept(name, () => ''))
  act(() => line.current.set('Crue lente'))
  const { handOver } = line.current
  act(() => line.current.set('Pont fermé'))
  act(() => handOver(true))
  expect(kept()).toBe('Pont fermé')
})

const erased = sheetId(7)
const typed = { value: 'mots', at: 0, on: null }

test('[U423] what was typed of somebody goes when they are erased, whoever typed it, and what is about others stays', () => {
  const reason = `reason-2.["crisis",{"subject":"${erased}"}]`
  const others = [`member-1.${erased}.1`, `member-1.${sheetId(8)}`]
  for (const { id } of [bob, alice]) {
    takeAuthorKey(id, '0a'.repeat(32))
    for (const name of [`member-1.${erased}`, reason, ...others]) writeKept(name, typed)
  }
  forgetKept([erased])
  expect(keptNames('').toSorted()).toEqual(others.toSorted())
  writeKept(reason, typed)
  takeAuthorKey(bob.id, '0a'.repeat(32))
  expect(keptNames('').toSorted()).toEqual(others.toSorted())
})
