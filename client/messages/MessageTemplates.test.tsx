import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { MessageTemplates } from '#client/messages/MessageTemplates.tsx'
import { templateWords } from '#client/messages/template-words.ts'
import { sit } from '../../test/support/sit.ts'
import { player, Stage } from '../../test/support/stage.ts'

const admin = player(1, 'admin')

afterEach(cleanup)

test('[U394] templates that nobody here has read come first, then the one that was read longest ago', () => {
  const stage = Stage.inCrisis()
  const [first, second, third] = Object.values(stage.state.standing.templates)
  for (const template of [second, first]) {
    if (template === undefined) throw new Error('no template')
    const { reviewed: _, id, ...parts } = template
    stage.now += 60_000
    stage.does(admin, { type: 'messages.saveTemplate', template: id, ...parts })
  }
  sit(admin, stage)
  render(<MessageTemplates />)
  const names = screen.getAllByRole('button', { name: new RegExp(`^${templateWords.fr.review} `) })
  const read = names.map((button) => button.getAttribute('aria-label')?.replace(/^\S+ /, ''))
  expect(read[0]).toBe(third?.name)
  expect(read.slice(-2)).toEqual([second?.name, first?.name])
})

test('[U431] a template is read as the public will; saved without a name, its field says what lacks', async () => {
  sit(admin, Stage.inCrisis())
  render(<MessageTemplates />)
  fireEvent.click(screen.getByRole('button', { name: templateWords.fr.add }))
  fireEvent.change(screen.getByLabelText('Titre'), { target: { value: 'Route coupée' } })
  const page = screen.getByRole('region', { name: 'Tel que le public le lira' })
  expect(page.querySelector('article h3')?.textContent).toBe('Route coupée')
  fireEvent.click(screen.getByRole('button', { name: templateWords.fr.save }))
  const name = screen.getByLabelText(templateWords.fr.name)
  expect(await screen.findByText(templateWords.fr.nameless)).toBeDefined()
  expect(name.getAttribute('aria-invalid')).toBe('true')
})
