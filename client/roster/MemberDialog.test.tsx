import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { words as accessWords } from '#client/access/words.ts'
import { MemberDialog } from '#client/roster/MemberDialog.tsx'
import { words } from '#client/roster/words.ts'
import { alice, member, recruit } from '../../test/support/members.ts'
import { sent } from '../../test/support/sent.ts'
import { sit } from '../../test/support/sit.ts'
import { player, Stage } from '../../test/support/stage.ts'

vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: (await import('../../test/support/sent.ts')).useNotedSubmit,
}))

const admin = player(2, 'hr', 'admin')

afterEach(() => {
  cleanup()
  sent.commands = []
})

/** A member's dialog, and a colleague at the other desk who changes that member. */
function open() {
  const stage = new Stage()
  stage.welcome(alice, 'Alice Bernard')
  const [id] = recruit(stage, member(1))
  if (id === undefined) throw new Error('a member was expected')
  sit(admin, stage)
  render(<MemberDialog member={[id, stage.state.standing.roster.members[id]]} onClose={() => undefined} />)
  return () => {
    stage.does(alice, { type: 'roster.change', id, member: member(1, { service: 'SIDSIC' }) })
    act(() => sit(admin, stage))
  }
}

test('[U183] who changed the member meanwhile is named, though a roster has no logbook', async () => {
  const changeMeanwhile = open()
  changeMeanwhile()
  expect(screen.getByRole('dialog').textContent).toContain('Alice Bernard')
})

test('[U183] a member who was changed meanwhile is not taken out by the question that stands in the body', async () => {
  const changeMeanwhile = open()
  await userEvent.click(screen.getByRole('button', { name: words.fr.remove }))
  changeMeanwhile()
  await userEvent.click(screen.getByRole('button', { name: words.fr.remove }))
  expect(sent.commands).toEqual([])
})

test('[U183] the question that was opened from a dialog stays when that dialog is overtaken', async () => {
  const { action } = accessWords.fr.erase
  const changeMeanwhile = open()
  await userEvent.click(screen.getByRole('button', { name: action }))
  const question = screen.getByRole('dialog', { name: accessWords.fr.erase.title })
  await userEvent.type(within(question).getByRole('textbox'), 'a quitté la préfecture')
  changeMeanwhile()
  expect(within(question).getByRole('textbox')).toHaveProperty('value', 'a quitté la préfecture')
  await userEvent.click(within(question).getByRole('button', { name: action }))
  expect(sent.commands).toMatchObject([{ type: 'privacy.erase', reason: 'a quitté la préfecture' }])
})
