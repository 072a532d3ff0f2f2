import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useStoringAnnounced } from '#client/shell/use-storing-announced.ts'
import { words } from '#client/shell/words.ts'
import { onAnnounce } from '#client/ui/announce.ts'

type View = Parameters<typeof useStoringAnnounced>[0]

afterEach(cleanup)

test('[U17] that nothing is recorded is said once when it begins and once when it ends, and a cut is neither', () => {
  const spoken: unknown[] = []
  const stop = onAnnounce((one) => spoken.push(one))
  const well: View = { connection: 'live', isStoring: true }
  const full: View = { connection: 'live', isStoring: false }
  const cut: View = { connection: 'offline', isStoring: true }
  const { rerender } = renderHook((view: View) => useStoringAnnounced(view), { initialProps: cut })
  rerender(well)
  expect(spoken).toEqual([])
  for (const view of [full, cut, full]) rerender(view)
  const { notStoring, storingAgain } = words.fr
  expect(spoken).toEqual([{ text: notStoring, politeness: 'assertive' }])
  for (const view of [well, cut, well]) rerender(view)
  expect(spoken.slice(1)).toEqual([{ text: storingAgain, politeness: 'polite' }])
  stop()
})
