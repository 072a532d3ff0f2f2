import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { LogList } from '#client/journal/LogList.tsx'
import { words } from '#client/journal/words.ts'
import type { LogLine } from '#shared/register/queries.ts'
import { t0 } from '../../test/support/drafts.ts'

// Nothing has a height here: the real one would show no line.
vi.mock(import('#client/ui/VirtualList.tsx'), () => ({
  VirtualList: ({ items, children }) => <>{items.map((item) => children(item))}</>,
}))

afterEach(cleanup)

const line: LogLine = {
  seq: 7,
  at: t0,
  happenedAt: null,
  recordedAt: null,
  author: 'Alice Roux',
  struck: null,
  type: 'journal.noted',
  fr: 'Pont fermé',
  en: 'Pont fermé',
} as unknown as LogLine

test('[U322] the reason for striking a line out stays while the lines are read anew', async () => {
  const pages = { rows: [line], status: 'ready', error: null, more: null, refresh: () => undefined } as const
  const list = { read: null, mayStrike: true, onClear: null }
  const { rerender } = render(<LogList {...list} logbook={pages as never} />)
  await userEvent.click(screen.getByRole('button', { name: words.fr.strike(7) }))
  await userEvent.type(screen.getByRole('textbox'), 'doublon')
  rerender(<LogList {...list} logbook={{ ...pages, rows: [], status: 'loading' } as never} />)
  expect(screen.getByDisplayValue('doublon')).toBeTruthy()
})
