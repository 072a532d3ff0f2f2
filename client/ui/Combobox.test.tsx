import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { announcements } from '#client/ui/announce.ts'
import { Combobox } from '#client/ui/Combobox.tsx'
import type { Suggest, Suggestion } from '#client/ui/use-suggestions.ts'

afterEach(cleanup)

const communes = ['Beaumont-sur-Oise', 'Beauchamp', 'Persan'].map((label) => ({ value: label, label }))
const suggest: Suggest = (query) =>
  communes.filter(({ label }) => label.toLowerCase().startsWith(query.toLowerCase()))

function Desk({ ask = suggest, many }: Readonly<{ ask?: Suggest; many: 'one' | 'several' }>) {
  const [chosen, setChosen] = useState<readonly Suggestion[]>([])
  return (
    <>
      <Combobox label="Communes" chosen={chosen} onChange={setChosen} suggest={ask} many={many} />
      <output>{chosen.map(({ label }) => label).join(', ')}</output>
    </>
  )
}

const chosen = () => screen.getByRole('status').textContent

test('[U6] typing opens the list, arrows point, Entrée takes; the focus stays in the input', async () => {
  render(<Desk many="several" />)
  const input = screen.getByRole('combobox', { name: 'Communes' })
  await userEvent.type(input, 'beau')
  expect(input.getAttribute('aria-expanded')).toBe('true')
  expect(announcements.get().polite.trim()).toBe('2 propositions')
  await userEvent.keyboard('{ArrowDown}')
  const pointed = document.querySelector('[aria-selected="true"]')
  expect(pointed?.textContent).toBe('Beauchamp')
  expect(input.getAttribute('aria-activedescendant')).toBe(pointed?.id)
  await userEvent.keyboard('{Enter}')
  expect(chosen()).toBe('Beauchamp')
  expect(document.activeElement).toBe(input)
  expect(input.getAttribute('aria-expanded')).toBe('false')
})

test('[U6] several: what is chosen is not proposed again, Retour arrière takes the last chip back', async () => {
  render(<Desk many="several" />)
  const input = screen.getByRole('combobox')
  await userEvent.type(input, 'beau{Enter}beau{Enter}')
  expect(chosen()).toBe('Beaumont-sur-Oise, Beauchamp')
  await userEvent.type(input, '{Backspace}')
  expect(chosen()).toBe('Beaumont-sur-Oise')
  await userEvent.click(screen.getByRole('button', { name: 'Retirer Beaumont-sur-Oise' }))
  expect(chosen()).toBe('')
})

test('[U6] one: Échap gives back what was chosen, emptying takes it away', async () => {
  render(<Desk many="one" />)
  const input = screen.getByRole<HTMLInputElement>('combobox')
  await userEvent.type(input, 'pers{Enter}')
  expect(input.value).toBe('Persan')
  await userEvent.type(input, 'x{Escape}')
  expect(input.value).toBe('Persan')
  await userEvent.clear(input)
  expect(chosen()).toBe('')
})

test('[U7] a slow answer to an old question is dropped', async () => {
  const waiting = new Map<string, (list: readonly Suggestion[]) => void>()
  const slow: Suggest = (query) => new Promise((resolve) => waiting.set(query, resolve))
  render(<Desk ask={slow} many="one" />)
  await userEvent.type(screen.getByRole('combobox'), 'pe')
  await act(async () => waiting.get('pe')?.([{ value: 'new', label: 'Persan' }]))
  await act(async () => waiting.get('p')?.([{ value: 'old', label: 'Pontoise' }]))
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Persan'])
})
