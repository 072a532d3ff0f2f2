import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { lastTimeItWas, wallTime } from '#client/lib/wall-time.ts'
import { TimeField } from '#client/ui/TimeField.tsx'

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
