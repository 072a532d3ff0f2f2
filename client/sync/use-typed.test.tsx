import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropKeys, takeAuthorKey } from '#client/lib/keyring.ts'
import { forgetKept, keptNames, readKept, writeKept } from '#client/sync/kept-store.ts'
import { useAct } from '#client/sync/use-act.ts'
import type { Sent } from '#client/sync/use-submit.ts'
import { useTyped } from '#client/sync/use-typed.ts'
import { sheetId } from '../../test/support/drafts.ts'
import { alice, bob } from '../../test/support/sheets.ts'
import { sit } from '../../test/support/sit.ts'
import { Stage } from '../../test/support/stage.ts'

const server = vi.hoisted(() => ({ answer: (_: Sent) => {} }))
vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: () => () => new Promise<Sent>((resolve) => (server.answer = resolve)),
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

function begin() {
  const form = () => {
    const typed = useTyped({ name, initial: () => '', grounds: null, onClose: () => undefined })
    return { typed, ...useAct(typed.close, typed) }
  }
  const { result } = renderHook(form)
  act(() => result.current.typed.set('Crue lente'))
  return result
}

test('[U424] what is on its way is kept once, where it waits; refused, it is kept here again', async () => {
  const form = begin()
  expect(kept()).toBe('Crue lente')
  act(() => form.current.act({ type: 'journal.note', text: 'Crue lente', happenedAt: null }))
  expect(kept()).toBeNull()
  const refusal = { code: 'command.forbidden', field: null, detail: null } as const
  await act(async () => server.answer({ status: 'refused', refusal }))
  expect(kept()).toBe('Crue lente')
  act(() => form.current.act({ type: 'journal.note', text: 'Crue lente', happenedAt: null }))
  // What is typed over it meanwhile is of the next, and is kept.
  act(() => form.current.typed.set('Crue lente, puis rapide'))
  expect(kept()).toBe('Crue lente, puis rapide')
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
