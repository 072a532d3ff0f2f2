import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { SearchField } from '#client/ui/SearchField.tsx'
import { useKeyListener, useKeys } from '#client/ui/use-keys.ts'

afterEach(cleanup)

function Room({ onLeave }: Readonly<{ onLeave: () => void }>) {
  const [query, setQuery] = useState('')
  useKeyListener()
  useKeys({ Escape: { label: 'Revenir', run: onLeave, whileTyping: 'fires' } })
  return <SearchField keys="/" label="Chercher" placeholder="Nom" value={query} onChange={setQuery} />
}

test('[U382] the key that a search shows leads into it; Échap empties it, and only then does what it does around it', async () => {
  const leave = vi.fn()
  render(<Room onLeave={leave} />)
  const field = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Chercher' })
  await userEvent.keyboard('/')
  expect(document.activeElement).toBe(field)
  await userEvent.keyboard('mor{Escape}')
  expect(field.value).toBe('')
  expect(leave).not.toHaveBeenCalled()
  await userEvent.keyboard('{Escape}')
  expect(leave).toHaveBeenCalledOnce()
})
