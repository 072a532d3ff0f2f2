import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Readiness } from '#client/situation/Readiness.tsx'
import { sit } from '../../test/support/sit.ts'
import { player, Stage } from '../../test/support/stage.ts'

vi.mock(import('@tanstack/react-router'), async (original) => ({
  ...(await original()),
  Link: (({ to, children }: Readonly<{ to: string; children: string }>) => (
    <a href={to}>{children}</a>
  )) as never,
}))

afterEach(cleanup)

test('[U408] what the installation lacks stands first, the gravest first, each with the way there', () => {
  sit(player(1, 'admin'), new Stage())
  render(<Readiness />)
  const [first] = screen.getAllByRole('listitem')
  expect(first?.textContent).toMatch(/^Vivier vide/)
  expect(screen.getByRole('link', { name: 'Vivier' }).getAttribute('href')).toBe('/vivier')
  const tones = [...document.querySelectorAll('.ui-badge')].map(({ className }) => className)
  expect(tones).toEqual(
    tones.toSorted((a, b) => Number(a.includes('success')) - Number(b.includes('success'))),
  )
  expect(screen.queryByRole('link', { name: 'Publie' })).toBeNull()
})
