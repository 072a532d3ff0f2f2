import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Callbacks } from '#client/calls/Callbacks.tsx'
import { words } from '#client/calls/room-words.ts'
import { consoleStore } from '#client/sync/console.ts'
import { audienceOf } from '#shared/access/visibility.ts'
import { maskCrisis } from '#shared/sync/mask.ts'
import { dropKeys } from '#client/lib/keyring.ts'
import type { Sent } from '#client/sync/use-submit.ts'
import { setClockOffset } from '#client/lib/clock.ts'
import { day, hour } from '#shared/lib/time.ts'
import { commandId, sheetId, t0 } from '../../test/support/drafts.ts'
import { seat } from '../../test/support/seat.ts'
import { alice, carla, logCall, odile } from '../../test/support/sheets.ts'
import { sit } from '../../test/support/sit.ts'
import { Stage } from '../../test/support/stage.ts'

const server = vi.hoisted(() => ({ says: { status: 'pending' } as Sent | Promise<Sent> }))
vi.mock(import('#client/sync/use-submit.ts'), async (original) => ({
  ...(await original()),
  useSubmit: () => async () => server.says,
}))

const said = words.fr
const sheet = sheetId(7)
let stage: Stage

/** Alice has taken a call-back, and types what came of it. The register does not answer. */
beforeEach(async () => {
  dropKeys()
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response('{"code":"register.rebuilding"}', { status: 503 })),
  )
  stage = Stage.inCrisis()
  stage.does(alice, logCall({ personal: odile, callback: { dueAt: t0 + hour } }), { id: commandId(7) })
  stage.does(alice, { type: 'calls.takeCallback', sheet })
  seat(stage, alice)
  sit(alice, stage)
  render(<Callbacks />)
  await userEvent.type(screen.getByRole('textbox', { name: new RegExp(said.callbackNote) }), 'Odile rassurée')
})
afterEach(cleanup)

test('[U323] the note of a call-back that a lead closes meanwhile stays before its author’s eyes, until they have read it', async () => {
  stage.does(carla, { type: 'calls.closeCallback', sheet, result: { kind: 'reached' }, note: null })
  act(() => sit(alice, stage))
  expect(screen.getByRole('alert').textContent).toContain('Odile rassurée')
  expect(screen.getByText(/n’est plus entre vos mains/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: said.understood }))
  expect(screen.queryByText(/Odile rassurée/)).toBeNull()
})

test('[U352] it stays once its sheet has left the live state, until its author has read it, and not beside another crisis', async () => {
  const { crisis } = stage
  if (crisis === null) throw new Error('no crisis')
  const { calls } = stage.it
  const without = { ...calls, open: [], closed: [] }
  const show = (followed: typeof crisis) =>
    act(() =>
      consoleStore.setState(({ replica }) => ({
        replica: {
          ...replica,
          crisis: followed,
          state: { ...replica.state, crises: { [followed]: { ...stage.it, calls: without } } },
        },
      })),
    )
  show(crisis)
  expect(screen.getByRole('alert').textContent).toContain('Odile rassurée')
  show(commandId(90) as unknown as typeof crisis)
  expect(screen.queryByText(/Odile rassurée/)).toBeNull()
  show(crisis)
  await userEvent.click(screen.getByRole('button', { name: said.understood }))
  expect(screen.queryByText(/Odile rassurée/)).toBeNull()
})

test('[U323] once it is said it is not told as left', async () => {
  server.says = { status: 'recorded', id: commandId(9), at: t0, seqs: [1, 1] }
  await userEvent.click(screen.getByRole('radio', { name: new RegExp(said.reached) }))
  stage.does(alice, { type: 'calls.closeCallback', sheet, result: { kind: 'reached' }, note: null })
  act(() => sit(alice, stage))
  expect(screen.queryByText(/n’est plus entre vos mains/)).toBeNull()
})

test('[U424] what is typed of a call-back while its result is on its way is not lost with it', async () => {
  const { promise, resolve } = Promise.withResolvers<Sent>()
  server.says = promise
  await userEvent.click(screen.getByRole('radio', { name: new RegExp(said.reached) }))
  await userEvent.type(screen.getByDisplayValue('Odile rassurée'), ', et sa sœur')
  await act(async () => resolve({ status: 'pending' }))
  await userEvent.clear(screen.getByDisplayValue('Odile rassurée, et sa sœur'))
})

test('[U323] what closing it came up against is said, and the note stays', async () => {
  server.says = { status: 'refused', refusal: { code: 'calls.no-callback', field: null, detail: null } }
  await userEvent.click(screen.getByRole('radio', { name: new RegExp(said.reached) }))
  expect((await screen.findByRole('alert')).textContent).toContain('Aucun rappel')
  expect(screen.getByDisplayValue('Odile rassurée')).toBeTruthy()
})

test('[U324] who holds a call-back is told that its number is masked because the register does not answer', async () => {
  const { crisis } = stage
  if (crisis === null) throw new Error('no crisis')
  const masked = maskCrisis(stage.it, audienceOf(alice.roles))
  act(() =>
    consoleStore.setState(({ replica }) => ({
      replica: { ...replica, state: { ...replica.state, crises: { [crisis]: masked } } },
    })),
  )
  expect(await screen.findByText(/Numéro masqué/)).toBeTruthy()
  expect(screen.queryByText(/Numéro masqué/)?.parentElement?.textContent).toContain('78')
})

test('[U347] a call-back promised for another day says which', () => {
  expect(screen.getByText('01/06 11:00')).toBeTruthy()
  cleanup()
  setClockOffset(t0 - day - Date.now())
  render(<Callbacks />)
  expect(screen.getByText('demain 11:00')).toBeTruthy()
  setClockOffset(0)
})

test('[U416] whoever takes a call-back has its result under the hand', async () => {
  const take = () => {
    stage.does(alice, { type: 'calls.takeCallback', sheet })
    act(() => sit(alice, stage))
  }
  stage.does(alice, { type: 'calls.releaseCallback', sheet })
  act(() => sit(alice, stage))
  await userEvent.click(within(screen.getByRole('listitem')).getByRole('button'))
  take()
  expect(screen.getByRole('radiogroup', { name: said.result }).contains(document.activeElement)).toBe(true)
})
