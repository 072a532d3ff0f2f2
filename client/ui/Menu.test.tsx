import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Menu } from '#client/ui/Menu.tsx'
import { useKeyListener } from '#client/ui/use-keys.ts'

afterEach(cleanup)

const run = { first: vi.fn(), second: vi.fn() }
const items = [
  { id: 'first', label: 'Changer de niveau', run: run.first },
  { id: 'second', label: 'Clore la crise', run: run.second },
  { id: 'third', label: 'Éteindre', run: () => undefined },
]

function Bar() {
  useKeyListener()
  return <Menu label="Conduire la crise" keys="c" items={items} />
}

test('[U412] a menu opens by its key, is gone through with the arrows, acts once and gives the focus back', async () => {
  render(<Bar />)
  const button = screen.getByRole('button', { name: /Conduire la crise/ })
  await userEvent.keyboard('c')
  expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Changer de niveau' }))
  await userEvent.keyboard('{ArrowUp}')
  expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Éteindre' }))
  await userEvent.keyboard('{Escape}')
  expect(document.activeElement).toBe(button)
  expect(button.getAttribute('aria-expanded')).toBe('false')
  await userEvent.keyboard('c{Home}{ArrowDown}{Enter}')
  expect(run.second).toHaveBeenCalledOnce()
  expect(run.first).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(button)
  await userEvent.keyboard('c{Tab}')
  expect(button.getAttribute('aria-expanded')).toBe('false')
})

test('[U412] a held Entrée acts once, and the console’s own keys go through an open menu', async () => {
  run.first.mockClear()
  const heard = vi.fn()
  window.addEventListener('keydown', heard)
  render(<Bar />)
  await userEvent.keyboard('c{Alt>}c{/Alt}')
  expect(heard.mock.calls.some(([{ altKey, key }]) => altKey && key === 'c')).toBe(true)
  expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Changer de niveau' }))
  await userEvent.keyboard('{Enter}')
  expect(run.first).toHaveBeenCalledOnce()
  const button = screen.getByRole('button', { name: /Conduire/ })
  // Prevented: the browser presses nothing for it.
  expect(fireEvent.keyDown(button, { key: 'Enter', repeat: true })).toBe(false)
  expect(fireEvent.keyDown(button, { key: 'Enter' })).toBe(true)
  window.removeEventListener('keydown', heard)
})

test('[U412] in a menu a letter leads to what begins with it, accents aside, and is no key of the screen', async () => {
  render(<Bar />)
  await userEvent.keyboard('ce')
  expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Éteindre' }))
  await userEvent.keyboard('cc')
  expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Clore la crise' }))
})
