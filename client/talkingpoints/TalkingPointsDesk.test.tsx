import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { TalkingPointsDesk } from '#client/talkingpoints/TalkingPointsDesk.tsx'
import { words } from '#client/talkingpoints/words.ts'
import { words as dialogWords } from '#client/ui/words.ts'
import type { MessageId } from '#shared/lib/id.ts'
import { emptyContent } from '#shared/messages/template.ts'
import { sent } from '../../test/support/sent.ts'
import { sit } from '../../test/support/sit.ts'
import { player, Stage } from '../../test/support/stage.ts'

vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: (await import('../../test/support/sent.ts')).useNotedSubmit,
}))

const said = words.fr
const alice = player(1, 'comms')
const bob = player(2, 'approver')
const lea = player(7, 'comms')

afterEach(() => {
  cleanup()
  sent.commands = []
})

function approve(stage: Stage): MessageId {
  const message = Object.values(stage.it.messages).at(-1)
  const hash = message?.draft?.hash
  if (message === undefined || hash === undefined) throw new Error('no draft')
  stage.does(alice, { type: 'messages.submit', message: message.id, hash })
  stage.does(bob, { type: 'messages.approve', message: message.id, hash })
  return message.id
}

/** Alice has the question before her whether to retire what is said of the water, its reason half typed. */
async function retiring() {
  const stage = Stage.inCrisis()
  stage.welcome(lea, 'Léa Marchand')
  const content = { ...emptyContent, title: 'Eau', what: 'Bouillez l’eau.' }
  stage.does(alice, { type: 'messages.draft', kind: 'instructions', template: null, content })
  const message = approve(stage)
  sit(alice, stage)
  render(<TalkingPointsDesk />)
  await userEvent.click(screen.getByRole('button', { name: said.retire }))
  await userEvent.type(screen.getByRole('textbox'), 'réseau rétabli')
  return { stage, message, tell: () => act(() => sit(alice, stage)) }
}

test('[T9] a subject is retired with the reason that was typed', async () => {
  const { message } = await retiring()
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: said.retire }))
  expect(sent.commands).toEqual([{ type: 'talkingpoints.retire', message, reason: 'réseau rétabli' }])
})

test('[T9] a second hand on a subject that was retired meanwhile is told who did, and keeps its reason in sight', async () => {
  const { stage, message, tell } = await retiring()
  stage.does(lea, { type: 'talkingpoints.retire', message, reason: 'doublon' })
  tell()
  const dialog = within(screen.getByRole('dialog'))
  expect(dialog.getAllByText(/Léa Marchand/)).not.toHaveLength(0)
  expect(dialog.getByRole('textbox')).toHaveProperty('value', 'réseau rétabli')
  expect(dialog.queryByRole('button', { name: said.retire })).toBeNull()
})

test('[T9] a text that was put right meanwhile is not retired unseen', async () => {
  const { stage, message, tell } = await retiring()
  const content = { ...emptyContent, title: 'Eau', what: 'L’eau se boit de nouveau.' }
  stage.does(alice, { type: 'messages.edit', message, basedOn: 1, content, correction: null })
  approve(stage)
  tell()
  expect(screen.getByText(dialogWords.fr.overtaken)).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  expect(sent.commands).toEqual([])
})
