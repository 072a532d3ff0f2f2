import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { CommandPalette } from '#client/ui/CommandPalette.tsx'

afterEach(cleanup)

test('[U192] Échap in the palette clears what was looked for, then leaves it without a question', async () => {
  const close = vi.fn()
  render(<CommandPalette onClose={close} />)
  const field = screen.getByRole('combobox')
  await userEvent.type(field, 'mess')
  await userEvent.keyboard('{Escape}')
  expect(field).toHaveProperty('value', '')
  expect(close).not.toHaveBeenCalled()
  await userEvent.keyboard('{Escape}')
  expect(close).toHaveBeenCalledTimes(1)
})

test('[U182] what was looked for is nothing written: the cross leaves the palette at once', async () => {
  const close = vi.fn()
  render(<CommandPalette onClose={close} />)
  await userEvent.type(screen.getByRole('combobox'), 'mess')
  const [cross] = screen.getAllByRole('button')
  if (cross === undefined) throw new Error('no cross')
  await userEvent.click(cross)
  expect(close).toHaveBeenCalledTimes(1)
})
