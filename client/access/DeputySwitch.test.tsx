import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { DeputySwitch } from '#client/access/DeputySwitch.tsx'
import { words } from '#client/access/two-people-words.ts'
import type { Sent } from '#client/sync/use-submit.ts'
import type { Command } from '#shared/command.ts'
import { floodOrder } from '../../test/support/flood-order.ts'
import { sit } from '../../test/support/sit.ts'
import { Office, someHash } from '../../test/support/two-administrators.ts'

const sent = vi.hoisted(() => ({ commands: [] as Command[], answer: { status: 'pending' } as Sent }))
vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: () => async (command) => {
    sent.commands.push(command)
    return sent.answer
  },
}))

const said = words.fr

afterEach(() => {
  cleanup()
  sent.commands = []
})

/** Zoé and Yann stand in; Luc, who leads the room, has the question before him. */
async function open() {
  const office = Office.ofTwo()
  office.invites('anna', 'luc', 'roomLead')
  for (const login of ['zoe', 'yann']) {
    office.invites('anna', login, 'callTaker')
    const deputy = { account: office.idOf(login), role: 'approver' } as const
    office.does('anna', { type: 'access.nameDeputy', ...deputy, tokenHash: someHash() })
    office.confirms('bruno')
  }
  office.does('luc', floodOrder({ kind: 'real', receivedAt: office.stage.now }))
  for (const login of ['zoe', 'yann']) {
    const deputy = { account: office.idOf(login), role: 'approver', until: null } as const
    office.does('luc', { type: 'access.switchOnDeputy', ...deputy, reason: 'validation injoignable' })
  }
  const luc = { id: office.idOf('luc'), roles: office.person('luc').roles }
  sit(luc, office.stage)
  const view = render(<DeputySwitch crisis={office.stage.it} onClose={() => undefined} />)
  const tell = () => {
    act(() => sit(luc, office.stage))
    view.rerender(<DeputySwitch crisis={office.stage.it} onClose={() => undefined} />)
  }
  return { office, tell }
}

const end = (login: string) => screen.getByRole('button', { name: said.switchOff(login, 'validation') })

test('[U183] who stands in does not move under the hand, and is not ended on other grounds', async () => {
  const { office, tell } = await open()
  office.does('anna', { type: 'access.switchOffDeputy', account: office.idOf('zoe'), role: 'approver' })
  tell()
  await userEvent.click(end('zoe'))
  await userEvent.click(end('yann'))
  expect(sent.commands).toEqual([])
})

test('[U422] a chosen deputy who is one no more is missing: nothing is sent, and the hand is where one is chosen', async () => {
  const { office, tell } = await open()
  const who = screen.getByLabelText<HTMLSelectElement>(said.who)
  await userEvent.selectOptions(who, 'yann : validation')
  await userEvent.type(screen.getByLabelText(/^Motif/), 'validation injoignable')
  office.does('anna', { type: 'access.closeAccount', account: office.idOf('yann') })
  tell()
  expect(who.value).toBe('')
  await userEvent.click(screen.getByRole('button', { name: said.switchOn }))
  expect(sent.commands).toEqual([])
  expect(screen.getByText(/ne l’est plus/)).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(who))
  await userEvent.selectOptions(who, 'zoe : validation')
  await userEvent.click(screen.getByRole('button', { name: said.switchOn }))
  expect(sent.commands).toMatchObject([{ type: 'access.switchOnDeputy', account: office.idOf('zoe') }])
})

test('[A172] [U318] a deputy is ended by one press, and a refusal is said', async () => {
  const { office } = await open()
  sent.answer = { status: 'refused', refusal: { code: 'command.forbidden', field: null, detail: null } }
  await userEvent.click(end('zoe'))
  expect(sent.commands).toMatchObject([{ type: 'access.switchOffDeputy', account: office.idOf('zoe') }])
  const alerts = within(screen.getByRole('dialog')).getAllByRole('alert')
  expect(alerts.map(({ textContent }) => textContent).join('')).toBeTruthy()
})
