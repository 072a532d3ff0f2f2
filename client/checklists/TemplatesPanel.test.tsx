import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { TemplatesPanel } from '#client/checklists/TemplatesPanel.tsx'
import { words } from '#client/checklists/words.ts'
import type { Sent } from '#client/sync/use-submit.ts'
import type { SaveChecklist } from '#shared/checklists/commands.ts'
import { sit } from '../../test/support/sit.ts'
import { player, Stage } from '../../test/support/stage.ts'

const sent = vi.hoisted(() => ({ commands: [] as SaveChecklist[] }))
vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: () => async (command) => {
    sent.commands.push(command as SaveChecklist)
    return { status: 'recorded', id: '' as never, at: 0, seqs: [1, 1] } satisfies Sent
  },
}))

const said = words.fr
const admin = player(1, 'admin')
const quality = player(2, 'quality')

afterEach(() => {
  cleanup()
  sent.commands = []
})

function open() {
  const stage = new Stage()
  const save = (label: string, role: SaveChecklist['role'] = 'switchboard') => {
    stage.does(quality, { type: 'checklists.save', role, steps: [{ id: role, label, critical: false }] })
    act(() => sit(admin, stage))
  }
  save('Prévenir la sous-préfecture')
  save('Ouvrir la salle', 'callTaker')
  render(<TemplatesPanel />)
  return { stage, save }
}

const step = () => screen.getByRole<HTMLInputElement>('textbox', { name: new RegExp(said.step(1)) })
const role = () => screen.getByRole<HTMLSelectElement>('combobox', { name: new RegExp(said.role) })

test('[U313] a card that its reader has not touched follows what a colleague saves', () => {
  const { save } = open()
  save('Prévenir les maires')
  expect(step().value).toBe('Prévenir les maires')
})

test('[U313] a card being changed stays when a colleague saves it, and is not written over theirs unseen', async () => {
  const { save } = open()
  await userEvent.type(step(), ' et les maires')
  save('Prévenir les pompiers')
  expect(step().value).toBe('Prévenir la sous-préfecture et les maires')
  await userEvent.type(step(), '{Enter}')
  expect(sent.commands).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: said.keepMine }))
  await userEvent.click(screen.getByRole('button', { name: said.save }))
  expect(sent.commands).toMatchObject([{ steps: [{ label: 'Prévenir la sous-préfecture et les maires' }] }])
})

test('[U313] a colleague’s card is taken when its reader says so', async () => {
  const { save } = open()
  await userEvent.type(step(), ' et les maires')
  save('Prévenir les pompiers')
  await userEvent.click(screen.getByRole('button', { name: said.takeTheirs }))
  expect(step().value).toBe('Prévenir les pompiers')
})

test('[U313] another role’s card may be looked at: what was changed is still there, and said not to be saved', async () => {
  open()
  await userEvent.type(step(), ' et les maires')
  await userEvent.selectOptions(role(), 'callTaker')
  expect(step().value).toBe('Ouvrir la salle')
  expect(screen.getAllByRole('option', { name: /non enregistrée/ })).toHaveLength(1)
  await userEvent.selectOptions(role(), 'switchboard')
  expect(step().value).toBe('Prévenir la sous-préfecture et les maires')
})

test('[U313] one’s own save is no colleague’s: what was typed since stays, without a question', async () => {
  const { save } = open()
  await userEvent.type(step(), ' et les maires ')
  await userEvent.click(screen.getByRole('button', { name: said.save }))
  await userEvent.type(step(), ', puis le COD')
  save('Prévenir la sous-préfecture et les maires')
  expect(step().value).toBe('Prévenir la sous-préfecture et les maires , puis le COD')
  expect(screen.queryByText(said.overtaken)).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: said.save }))
  save('Prévenir la sous-préfecture et les maires , puis le COD')
  expect(screen.queryAllByRole('option', { name: /non enregistrée/ })).toHaveLength(0)
})
