import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { KeyChoice } from '#client/ui/KeyChoice.tsx'
import { useKeyListener } from '#client/ui/use-keys.ts'

afterEach(cleanup)

const options = [
  { value: 'road', label: 'Route', keys: '1' },
  { value: 'school', label: 'École', keys: '2' },
  { value: 'asked', label: 'Question', keys: 'o' },
] as const

type Props = Readonly<{ onChoose: (value: string) => void; listen: 'group' | 'screen' }>

function Desk({ onChoose, listen }: Props) {
  useKeyListener()
  return (
    <>
      <KeyChoice label="Motif" options={options} value={null} onChoose={onChoose} listen={listen} />
      <input aria-label="Texte" />
    </>
  )
}

test('[U1] a key chooses while the focus is in the group, and the key is visible', async () => {
  const onChoose = vi.fn()
  render(<Desk onChoose={onChoose} listen="group" />)
  expect(screen.getByRole('radio', { name: '2 École' })).toBeTruthy()
  await userEvent.keyboard('2')
  expect(onChoose).not.toHaveBeenCalled()
  screen.getByRole('radio', { name: '1 Route' }).focus()
  await userEvent.keyboard('2')
  expect(onChoose.mock.calls).toEqual([['school']])
})

test('[U1] arrows move without choosing; Espace chooses', async () => {
  const onChoose = vi.fn()
  render(<Desk onChoose={onChoose} listen="group" />)
  screen.getByRole('radio', { name: '1 Route' }).focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(document.activeElement?.textContent).toBe('2École')
  expect(onChoose).not.toHaveBeenCalled()
  await userEvent.keyboard(' ')
  expect(onChoose.mock.calls).toEqual([['school']])
})

test('[U2] on a screen-wide choice a single key works anywhere but in a text field', async () => {
  const onChoose = vi.fn()
  render(<Desk onChoose={onChoose} listen="screen" />)
  await userEvent.keyboard('o')
  expect(onChoose.mock.calls).toEqual([['asked']])
  await userEvent.type(screen.getByRole('textbox'), 'o1')
  expect(onChoose).toHaveBeenCalledTimes(1)
})

test('[U2] a key pressed inside a screen-wide choice chooses once, not twice', async () => {
  const onChoose = vi.fn()
  render(<Desk onChoose={onChoose} listen="screen" />)
  screen.getByRole('radio', { name: '1 Route' }).focus()
  await userEvent.keyboard('1')
  expect(onChoose).toHaveBeenCalledTimes(1)
})

function Form({ onSubmit }: Readonly<{ onSubmit: () => void }>) {
  const [value, setValue] = useState<string | null>(null)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <KeyChoice
        label="Nature"
        options={options}
        value={value}
        onChoose={setValue}
        onLeave={() => setValue(null)}
      />
      <input aria-label="Communes" />
    </form>
  )
}

test('[U190] the focus follows what a key has chosen, and Tab leaves the group: what is typed next goes into the field', async () => {
  render(<Form onSubmit={() => undefined} />)
  screen.getByRole('radio', { name: '1 Route' }).focus()
  await userEvent.keyboard('o')
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'O Question' }))
  await userEvent.keyboard('{ArrowLeft}{Tab}2o')
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('2o')
  expect(screen.getByRole('radio', { name: 'O Question' }).getAttribute('aria-checked')).toBe('true')
})

test('[U191] on what is chosen already, Entrée is the form’s; on another option it chooses', async () => {
  const submitted = vi.fn()
  render(<Form onSubmit={submitted} />)
  screen.getByRole('radio', { name: '1 Route' }).focus()
  await userEvent.keyboard('{Enter}')
  expect(submitted).not.toHaveBeenCalled()
  expect(screen.getByRole('radio', { name: '1 Route' }).getAttribute('aria-checked')).toBe('true')
  await userEvent.keyboard('{Enter}')
  expect(submitted).toHaveBeenCalledTimes(1)
  await userEvent.keyboard('2{Enter}')
  expect(submitted).toHaveBeenCalledTimes(2)
})

test('[U192] Échap leaves a second level from inside it only', async () => {
  render(<Form onSubmit={() => undefined} />)
  screen.getByRole('radio', { name: '1 Route' }).focus()
  await userEvent.keyboard('2')
  screen.getByRole('textbox').focus()
  await userEvent.keyboard('{Escape}')
  expect(screen.getByRole('radio', { name: '2 École' }).getAttribute('aria-checked')).toBe('true')
  screen.getByRole('radio', { name: '2 École' }).focus()
  await userEvent.keyboard('{Escape}')
  expect(screen.getByRole('radio', { name: '2 École' }).getAttribute('aria-checked')).toBe('false')
})
