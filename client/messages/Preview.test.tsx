import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Preview } from '#client/messages/Preview.tsx'
import { emptyContent } from '#shared/messages/template.ts'

test('[U18] the text as the public reads it keeps a phone number on one line, in every part', () => {
  const text = 'Appelez le 01 30 00 00 01 avant le 12 11 2026.'
  const content = { ...emptyContent, title: text, what: text, instructions: [text], where: text, body: text }
  const { container } = render(<Preview content={content} />)
  const told = 'Appelez le 01\u00A030\u00A000\u00A000\u00A001 avant le 12 11 2026.'
  expect(container.textContent?.split(told)).toHaveLength(6)
})

test('[U430] a blank that is left is seen as one, in every part, without its braces', () => {
  const text = 'La {route} est fermée.'
  const content = { ...emptyContent, title: text, what: text, instructions: [text], where: text, body: text }
  const { container } = render(<Preview content={content} />)
  expect(container.textContent).not.toContain('{')
  const blanks = container.querySelectorAll('.msg-blank--empty')
  expect(Array.from(blanks, ({ textContent }) => textContent)).toEqual(Array(5).fill('route'))
})
