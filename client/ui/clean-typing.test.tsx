import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { TextArea } from '#client/ui/TextArea.tsx'
import { TextField } from '#client/ui/TextField.tsx'

afterEach(cleanup)

function Desk({ start = '' }: Readonly<{ start?: string }>) {
  const [line, setLine] = useState(start)
  const [prose, setProse] = useState('')
  return (
    <>
      <TextField label="Lieu" value={line} onChange={setLine} />
      <TextArea label="Texte" value={prose} onChange={setProse} />
    </>
  )
}

const line = () => screen.getByLabelText<HTMLInputElement>('Lieu')
const prose = () => screen.getByLabelText<HTMLTextAreaElement>('Texte')

test('[U246] what is pasted is cleaned before its author’s eyes, and the caret stays', async () => {
  render(<Desk start="Le  est coupé" />)
  await userEvent.click(line())
  line().setSelectionRange(3, 3)
  await userEvent.paste('gué\u200B\tnord')
  expect(line().value).toBe('Le gué nord est coupé')
  expect(line().selectionStart).toBe(11)
  await userEvent.click(prose())
  await userEvent.paste('Gué\u00AD coupé\u000BRD 14 👨‍👩‍👧')
  expect(prose().value).toBe('Gué coupé\nRD 14 👨‍👩‍👧')
})

test('[U246] a key is not judged before the next: a joiner typed in a Persian word stays', async () => {
  render(<Desk />)
  await userEvent.type(line(), '\u06A9\u200C\u0647')
  expect(line().value).toBe('\u06A9\u200C\u0647')
})

test('[U246] what cannot be stored is said under its field, with its place', async () => {
  render(<Desk />)
  await userEvent.click(line())
  await userEvent.paste('Gué\u0007 coupé')
  expect(screen.getByText(/^\s*Lieu.:.ce texte contient un caractère/).textContent).toContain(
    'U+0007, sonnerie',
  )
  expect(line().getAttribute('aria-invalid')).toBe('true')
})
