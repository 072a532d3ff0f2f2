import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropKeys, takeAuthorKey } from '#client/lib/keyring.ts'
import { MessagesPanel } from '#client/messages/MessagesPanel.tsx'
import { words } from '#client/messages/words.ts'
import { useKeyListener } from '#client/ui/use-keys.ts'
import { emptyContent } from '#shared/messages/template.ts'
import { sent } from '../../test/support/sent.ts'
import { sit } from '../../test/support/sit.ts'
import { player, Stage } from '../../test/support/stage.ts'

vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: (await import('../../test/support/sent.ts')).useNotedSubmit,
}))

const said = words.fr
const comms = player(1, 'comms')

function Desk() {
  useKeyListener()
  return <MessagesPanel />
}

/** Communication has this text open. */
async function open(content: Partial<typeof emptyContent>) {
  const stage = Stage.inCrisis()
  const text = { ...emptyContent, title: 'Eau', what: 'La préfecture informe.', ...content }
  stage.does(comms, { type: 'messages.draft', kind: 'instructions', template: null, content: text })
  act(() => sit(comms, stage))
  render(<Desk />)
  await userEvent.click(screen.getByRole('button', { name: new RegExp(text.title) }))
}

beforeEach(() => takeAuthorKey(comms.id, '0a'.repeat(32)))

afterEach(() => {
  cleanup()
  dropKeys()
  sessionStorage.clear()
  sent.commands = []
})

test('[U392] a text that is not complete is not submitted: what is left stands beside the button, and the press leads there', async () => {
  await open({ what: 'La préfecture ferme {route} depuis {heure}.' })
  const blank = (name: string) => screen.getByRole('textbox', { name: said.blank(name) })
  expect(screen.getByText('« route », « heure »')).toBeTruthy()
  await userEvent.type(blank('route'), 'la D 12')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(sent.commands).toEqual([])
  expect(document.activeElement).toBe(blank('heure'))
  await userEvent.keyboard('20 h{Control>}{Enter}{/Control}')
  expect(sent.commands).toMatchObject([{ type: 'messages.edit' }])
})

test('[U392] a title that is missing is asked for in its field', async () => {
  await open({ title: 'Eau' })
  const title = screen.getByRole('textbox', { name: said.fields.title })
  await userEvent.clear(title)
  await userEvent.click(screen.getByRole('button', { name: new RegExp(said.submit) }))
  expect(sent.commands).toEqual([])
  expect(document.activeElement).toBe(title)
})

test('[U393] a text that is closed gives the focus back to its line in the list', async () => {
  await open({})
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('region', { name: said.zones.text })).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /Eau/ }))
})
