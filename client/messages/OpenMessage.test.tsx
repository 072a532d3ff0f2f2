import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
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
const approver = player(2, 'approver')

function Desk() {
  useKeyListener()
  return <MessagesPanel />
}

afterEach(() => {
  cleanup()
  sent.commands = []
})

test('[U319] a text that leaves the approver and comes back as another is not approved by V before it is read', async () => {
  const stage = Stage.inCrisis()
  const water = { ...emptyContent, title: 'Eau', what: 'Bouillez l’eau.' }
  const submit = () => {
    const [{ id, draft } = { id: null, draft: null }] = Object.values(stage.it.messages)
    if (id === null || draft === null) throw new Error('no draft')
    stage.does(comms, { type: 'messages.submit', message: id, hash: draft.hash })
    return { message: id, hash: draft.hash }
  }
  const tell = () => act(() => sit(approver, stage))
  stage.does(comms, { type: 'messages.draft', kind: 'instructions', template: null, content: water })
  const { message } = submit()
  sit(approver, stage)
  render(<Desk />)
  const what = 'L’eau se boit de nouveau.'
  stage.does(comms, {
    type: 'messages.edit',
    message,
    basedOn: 1,
    content: { ...water, what },
    correction: null,
  })
  tell()
  const { hash } = submit()
  tell()
  await userEvent.keyboard('v')
  expect(sent.commands).toEqual([])
  expect(screen.getByText(said.changedMeanwhile)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: said.readAgain }))
  await userEvent.keyboard('v')
  expect(sent.commands).toEqual([{ type: 'messages.approve', message, hash }])
})
