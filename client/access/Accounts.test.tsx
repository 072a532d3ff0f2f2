import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Accounts } from '#client/access/Accounts.tsx'
import { words as bothWords } from '#client/access/two-people-words.ts'
import { words } from '#client/access/words.ts'
import { consoleStore } from '#client/sync/console.ts'
import { useKeptFocus } from '#client/ui/kept-focus.ts'
import { commandId, t0 } from '../../test/support/drafts.ts'
import { sit } from '../../test/support/sit.ts'
import { Stage } from '../../test/support/stage.ts'
import { Office } from '../../test/support/two-administrators.ts'

vi.mock(import('#client/access/issued.ts'), async (original) => ({
  ...(await original()),
  reissueLink: async ({ name }) => ({ name, token: `lien-de-${name}`, request: null }),
  changeAccount: async ({ name }) => ({ name, token: null, request: null }),
}))

const server = vi.hoisted(() => ({ heard: [] as unknown[] }))
vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: () => async (command) => {
    server.heard.push(command)
    return { status: 'recorded', id: commandId(1), at: t0, seqs: [1, 1] }
  },
}))

const said = words.fr.settings

afterEach(cleanup)

function Desk() {
  useKeptFocus()
  return (
    <main tabIndex={-1}>
      <Accounts />
    </main>
  )
}

test('[A191] a link that is shown once stays until it is put away, whatever is done to other accounts', async () => {
  const office = Office.ofTwo()
  office.invites('anna', 'zoe', 'callTaker')
  office.invites('anna', 'luc', 'roomLead')
  sit({ id: office.idOf('anna'), roles: ['admin'] }, office.stage)
  render(<Accounts />)
  const press = async (login: string, name: string) => {
    await userEvent.click(screen.getByRole('button', { name: new RegExp(`${said.actions}.+${login}`) }))
    await userEvent.click(screen.getByRole('menuitem', { name }))
  }
  await press('zoe', said.reissue)
  await press('luc', said.edit)
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: said.save }))
  expect(screen.getByText(/lien-de-zoe/)).toBeTruthy()
  await press('luc', said.reissue)
  expect(screen.getByText(/lien-de-zoe/)).toBeTruthy()
  const [newest] = screen.getAllByRole('button', { name: bothWords.fr.close })
  if (newest === undefined) throw new Error('nothing to put away')
  await userEvent.click(newest)
  expect(screen.queryByText(/lien-de-luc/)).toBeNull()
  expect(screen.getByText(/lien-de-zoe/)).toBeTruthy()
})

/** Zoé's line is found by a word that Bruno's change takes away, and its dialog is open. */
async function editZoe() {
  await userEvent.type(screen.getByRole('searchbox'), 'zoe zoe')
  await userEvent.click(screen.getByRole('button', { name: /Actions.+zoe/ }))
  await userEvent.click(screen.getByRole('menuitem', { name: said.edit }))
}

function brunoRenames(office: Office) {
  const account = office.idOf('zoe')
  const roles = ['callTaker' as const]
  office.does('bruno', { type: 'access.changeAccount', account, name: 'Lenoir', roles, tokenHash: null })
}

test('[U322] what is typed of an account stays when somebody else’s change takes its line out of the filter', async () => {
  const office = Office.ofTwo()
  office.invites('anna', 'zoe', 'callTaker')
  const anna = { id: office.idOf('anna'), roles: ['admin'] } as const
  sit(anna, office.stage)
  render(<Accounts />)
  await editZoe()
  const dialog = within(screen.getByRole('dialog'))
  const [name] = dialog.getAllByRole('textbox')
  if (name === undefined) throw new Error('no name')
  await userEvent.clear(name)
  await userEvent.type(name, 'Zoé Lenoir')
  brunoRenames(office)
  act(() => sit(anna, office.stage))
  expect(screen.queryByText(said.none)).toBeTruthy()
  expect(dialog.getByDisplayValue('Zoé Lenoir')).toBeTruthy()
  expect(dialog.queryByRole('button', { name: said.save })).toBeNull()
})

test('[U405] what was done to an account by one press is said in its row, and nowhere else', async () => {
  const office = Office.ofTwo()
  office.invites('anna', 'zoe', 'callTaker')
  sit({ id: office.idOf('anna'), roles: ['admin'] }, office.stage)
  render(<Accounts />)
  const button = screen.getByRole('button', { name: /Actions.+zoe/ })
  await userEvent.click(button)
  await userEvent.click(screen.getByRole('menuitem', { name: said.revoke }))
  expect(server.heard).toEqual([{ type: 'access.revokeSessions', account: office.idOf('zoe'), except: null }])
  const told = screen.getByText(/Déconnecter partout\s: c’est fait/)
  expect(told.closest('li')).toBe(button.closest('li'))
})

test('[U184] a dialog whose line has gone meanwhile gives the focus back within the screen, not to the page', async () => {
  const office = Office.ofTwo()
  office.invites('anna', 'zoe', 'callTaker')
  const anna = { id: office.idOf('anna'), roles: ['admin'] } as const
  sit(anna, office.stage)
  render(<Desk />)
  await editZoe()
  brunoRenames(office)
  act(() => sit(anna, office.stage))
  await userEvent.keyboard('{Escape}')
  await vi.waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('region', { name: said.accounts })),
  )
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('[D5] until the state has come the accounts load, instead of there being none', () => {
  sit({ id: Office.ofTwo().idOf('anna'), roles: ['admin'] }, new Stage())
  consoleStore.setState(({ replica }) => ({ replica: { ...replica, isLoaded: false } }))
  render(<Accounts />)
  expect(screen.queryByText(said.none)).toBeNull()
  expect(screen.getByRole('status')).toBeTruthy()
})
