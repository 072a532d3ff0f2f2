import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState, type SubmitEvent } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { onAnnounce } from '#client/ui/announce.ts'
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
  let spoken = ''
  const stop = onAnnounce(({ text }) => (spoken = text))
  render(<Desk many="several" />)
  const input = screen.getByRole('combobox', { name: 'Communes' })
  await userEvent.type(input, 'beau')
  expect(input.getAttribute('aria-expanded')).toBe('true')
  expect(spoken).toBe('2 propositions')
  stop()
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

test('[U192] Échap puts the list away and keeps what was typed; typing on brings it back', async () => {
  render(<Desk many="several" />)
  const input = screen.getByRole<HTMLInputElement>('combobox')
  await userEvent.type(input, 'beau{Escape}')
  expect(input.value).toBe('beau')
  expect(input.getAttribute('aria-expanded')).toBe('false')
  await userEvent.type(input, 'm')
  expect(input.getAttribute('aria-expanded')).toBe('true')
})

function slowDesk() {
  const waiting = new Map<string, (list: readonly Suggestion[]) => void>()
  const ask: Suggest = (query) => new Promise((resolve) => waiting.set(query, resolve))
  render(
    <form onSubmit={recorded}>
      <Desk ask={ask} many="one" />
      <input aria-label="Next" />
    </form>,
  )
  const answer = (query: string, ...labels: readonly string[]) =>
    act(async () => waiting.get(query)?.(labels.map((label) => ({ value: label, label }))))
  return { input: screen.getByRole<HTMLInputElement>('combobox'), answer }
}

const recorded = vi.fn((event: SubmitEvent<HTMLFormElement>) => event.preventDefault())

test('[U7] a slow answer to an old question is dropped', async () => {
  const { input, answer } = slowDesk()
  await userEvent.type(input, 'pe')
  await answer('pe', 'Persan')
  await answer('p', 'Pontoise')
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Persan'])
})

test.each(['{Enter}', '{ArrowDown}{Enter}', '{Tab}'])(
  '[U7] %s before the list of what is typed has come takes its first, not one of the list before',
  async (keys) => {
    const { input, answer } = slowDesk()
    await userEvent.type(input, 'p')
    await answer('p', 'Pontoise', 'Parmain')
    await userEvent.type(input, `e${keys}`)
    expect(chosen()).toBe('')
    await answer('pe', 'Persan', 'Persac')
    expect(chosen()).toBe('Persan')
    expect(input.value).toBe('Persan')
    expect(recorded).not.toHaveBeenCalled()
  },
)

test('[U7] Entrée is forgotten by a further letter, and what matches nothing stays to be put right', async () => {
  const { input, answer } = slowDesk()
  await userEvent.type(input, 'pe{Enter}z')
  await answer('pez', 'Pézenas')
  expect(chosen()).toBe('')
  await userEvent.type(input, 'z{Enter}')
  await answer('pezz')
  expect(input.value).toBe('pezz')
  await userEvent.keyboard('{Enter}')
  expect(recorded).not.toHaveBeenCalled()
})

test('[U7] Tab goes on at once, and leaves nothing behind when nothing is found', async () => {
  const { input, answer } = slowDesk()
  await userEvent.type(input, 'pezz{Tab}')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Next' }))
  expect(input.getAttribute('aria-expanded')).toBe('false')
  await answer('pezz')
  expect(input.value).toBe('')
})
