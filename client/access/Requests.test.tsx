import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Requests } from '#client/access/Requests.tsx'
import { words } from '#client/access/two-people-words.ts'
import type { Sent } from '#client/sync/use-submit.ts'
import { setClockOffset } from '#client/lib/clock.ts'
import { commandId, t0 } from '../../test/support/drafts.ts'
import { sit } from '../../test/support/sit.ts'
import { Office } from '../../test/support/two-administrators.ts'

const server = vi.hoisted(() => ({ says: { status: 'pending' } as Sent }))
vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: () => async () => server.says,
}))

const said = words.fr

afterEach(cleanup)

async function takeBack(says: Sent) {
  server.says = says
  const office = Office.ofTwo()
  office.invites('anna', 'vera', 'approver')
  setClockOffset(office.stage.now - Date.now())
  sit({ id: office.idOf('anna'), roles: ['admin'] }, office.stage)
  render(<Requests whenNone={null} />)
  await userEvent.click(screen.getByRole('button', { name: said.withdraw }))
}

test('[U317] a request that is only kept is not said to be taken back', async () => {
  await takeBack({ status: 'pending' })
  expect(screen.queryByText(said.withdrawn)).toBeNull()
  expect(document.body.textContent).toMatch(/sera transmis au retour/)
})

test('[U317] a request that was taken back says so where its row stood', async () => {
  await takeBack({ status: 'recorded', id: commandId(1), at: t0, seqs: [1, 1] })
  expect(screen.getByText(said.withdrawn)).toBeTruthy()
})
