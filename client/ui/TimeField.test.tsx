import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef, useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { lastTimeItWas, wallTime } from '#client/lib/wall-time.ts'
import { isReadable } from '#client/ui/is-readable.ts'
import { TimeField } from '#client/ui/TimeField.tsx'
import { useKeyListener, useKeys } from '#client/ui/use-keys.ts'

afterEach(cleanup)

function Desk() {
  const [at, setAt] = useState<number | null>(null)
  return (
    <>
      <TimeField label="Vu à" value={at} read={lastTimeItWas} onChange={setAt} />
      <output>{at === null ? 'rien' : wallTime(at)}</output>
    </>
  )
}

const field = () => screen.getByLabelText<HTMLInputElement>('Vu à')
const held = () => screen.getByRole('status').textContent

test('[U243] a time field shows, once left, what it has understood', async () => {
  render(<Desk />)
  await userEvent.type(field(), 'vers 14 h')
  expect(field().value).toBe('vers 14 h')
  await userEvent.tab()
  expect(field().value).toBe('14:00')
  expect(held()).toBe('14:00')
})

test('[U243] what is no time is said under the field, keeps what was typed and means nothing', async () => {
  render(<Desk />)
  await userEvent.type(field(), '27 h')
  await userEvent.tab()
  expect(field().value).toBe('27 h')
  expect(screen.getByText(/Vu à : écrivez une heure qui existe/)).toBeDefined()
  expect(held()).toBe('rien')
})

function Sheet({ onRecord }: Readonly<{ onRecord: () => void }>) {
  const form = useRef<HTMLFormElement>(null)
  useKeyListener()
  useKeys({ '$mod+Enter': { label: 'Enregistrer', run: () => form.current?.requestSubmit() } })
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        onRecord()
      }}
    >
      <Desk />
      <input aria-label="Note" />
    </form>
  )
}

test('[U299] no form is sent with a time that cannot be read: it has the focus and says so', async () => {
  const recorded = vi.fn()
  render(<Sheet onRecord={recorded} />)
  await userEvent.type(field(), 'vers 3h du mat')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(screen.getByText(/Vu à : écrivez une heure qui existe/)).toBeDefined()
  await userEvent.type(screen.getByLabelText('Note'), '{Enter}')
  expect(recorded).not.toHaveBeenCalled()
  await userEvent.clear(field())
  await userEvent.type(field(), '3h')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(recorded).toHaveBeenCalledTimes(1)
  await userEvent.clear(field())
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(recorded).toHaveBeenCalledTimes(2)
})

test('[U299] what is sent without a form asks the same', async () => {
  const { container } = render(<Desk />)
  await userEvent.type(field(), '27 h')
  await userEvent.tab()
  expect(isReadable(container)).toBe(false)
  await userEvent.clear(field())
  expect(isReadable(container)).toBe(true)
})
