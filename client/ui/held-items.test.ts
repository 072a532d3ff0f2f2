import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { holdBack, useHeldItems } from '#client/ui/held-items.ts'

type Entry = Readonly<{ id: string; text: string }>
const entry = (id: string, text = id): Entry => ({ id, text })
const keyOf = ({ id }: Entry) => id

test('[U8] nothing held: all is shown, nothing waits', () => {
  const items = [entry('2'), entry('1')]
  expect(holdBack(items, keyOf, null)).toEqual({ shown: items, waiting: 0 })
})

test('[U8] held: newcomers wait, changes in place are shown at once, what is gone is gone', () => {
  const items = [entry('3'), entry('2', 'corrigé')]
  expect(holdBack(items, keyOf, new Set(['2', '1']))).toEqual({ shown: [entry('2', 'corrigé')], waiting: 1 })
})

test('[U8] the pill counts what came since the hand was laid on the list, and empties when pressed or released', () => {
  const first = [entry('1')]
  const view = renderHook(({ items, isHeld }) => useHeldItems(items, keyOf, isHeld), {
    initialProps: { items: first, isHeld: false },
  })
  view.rerender({ items: first, isHeld: true })
  const second = [entry('3'), entry('2'), entry('1')]
  view.rerender({ items: second, isHeld: true })
  expect(view.result.current).toMatchObject({ shown: first, waiting: 2 })
  act(() => view.result.current.release())
  expect(view.result.current).toMatchObject({ shown: second, waiting: 0 })
  const third = [entry('4'), ...second]
  view.rerender({ items: third, isHeld: true })
  expect(view.result.current.waiting).toBe(1)
  view.rerender({ items: third, isHeld: false })
  expect(view.result.current).toMatchObject({ shown: third, waiting: 0 })
})
