import 'fake-indexeddb/auto'
import { act, cleanup, render, renderHook, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CallDesk } from '#client/calls/CallDesk.tsx'
import { activeDraft, openDesk, removeDraft, startDraft, useDesk } from '#client/calls/drafts.ts'
import { consoleStore, dismiss } from '#client/sync/console.ts'
import { useKeyListener } from '#client/ui/use-keys.ts'
import { hour } from '#shared/lib/time.ts'
import { commandId, sheetId, t0 } from '../../test/support/drafts.ts'
import { seat } from '../../test/support/seat.ts'
import { alice, bob, logCall, odile } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

let stage: Stage

function Desk() {
  useKeyListener()
  const desk = useDesk()
  const draft = desk === null ? null : activeDraft(desk)
  return desk === null || draft === null ? null : <CallDesk desk={desk} draft={draft} />
}

const said = () => consoleStore.getState().outbox.map(({ envelope }) => envelope.command)
const focused = (role: string, name: RegExp) =>
  vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole(role, { name })))
const inHand = () => within(screen.getByRole('tablist', { name: 'Mes fiches' })).getAllByRole('tab')

beforeEach(async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no server')))
  stage = Stage.inCrisis()
  seat(stage, alice)
  if (stage.crisis !== null) await openDesk(alice.id, stage.crisis)
  startDraft(null)
  render(<Desk />)
})
afterEach(async () => {
  const desk = renderHook(useDesk).result.current
  cleanup()
  for (const { id } of desk?.drafts ?? []) removeDraft(id)
  await Promise.all(consoleStore.getState().outbox.map(({ key }) => dismiss(key)))
})

/** One key for each question: theme, detail, no commune, outcome. */
const answer = (outcome: string) => userEvent.keyboard(`21{Tab}${outcome}`)

test('[U373] what a promise needs stands under the outcome, and what lacks is said and reached at its own field', async () => {
  await answer('p')
  await focused('textbox', /^Téléphone/)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('Pour rappeler il faut un numéro.')
  const phone = screen.getByRole('textbox', { name: /^Téléphone/ })
  expect(phone.getAttribute('aria-invalid')).toBe('true')

  await userEvent.type(phone, '06 12 34 56 78')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('Dites à quelle heure on rappellera.')
  await focused('radio', /30\smin$/)
  await userEvent.keyboard('2{Control>}{Enter}{/Control}')
  await vi.waitFor(() =>
    expect(said()).toMatchObject([{ type: 'calls.log', callback: { dueAt: expect.any(Number) } }]),
  )
})

test('[U375] a second call is a second tab: what was written in the first is there again, and neither changes place', async () => {
  await answer('r')
  await userEvent.type(screen.getByRole('textbox', { name: /^Note/ }), 'Route coupée')
  await userEvent.keyboard('{Alt>}n{/Alt}')
  expect(inHand().map((tab) => tab.getAttribute('aria-selected'))).toEqual(['false', 'true'])
  await userEvent.keyboard('11')
  const [first] = inHand()
  expect(first?.textContent).toBe('Route, transports')
  if (first !== undefined) await userEvent.click(first)
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Note/ }).value).toBe('Route coupée')
  expect(inHand().map((tab) => tab.getAttribute('aria-selected'))).toEqual(['true', 'false'])
})

test('[U376] one key takes the call-back that waits longest and that nobody has, also while one writes', async () => {
  for (const [n, dueAt] of [t0 + 2 * hour, t0 + hour, t0 + 3 * hour].entries()) {
    stage.does(alice, logCall({ personal: odile, callback: { dueAt } }), { id: commandId(0x20 + n) })
  }
  stage.does(bob, { type: 'calls.takeCallback', sheet: sheetId(0x21) })
  act(() => seat(stage, alice))
  await userEvent.type(screen.getByRole('textbox', { name: /^Note/ }), 'Elle dit que{Alt>}r{/Alt} la route')
  expect(said()).toMatchObject([{ type: 'calls.takeCallback', sheet: sheetId(0x20) }])
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Note/ }).value).toBe(
    'Elle dit que la route',
  )
})

test('[U374] in an emergency the words to say take the place of the talking points, put aside and called back by one key', async () => {
  const script = () => screen.queryByRole('region', { name: 'Urgence vitale' })
  const points = () => screen.queryByRole('tab', { name: /^Éléments de langage/ })
  await userEvent.keyboard('u')
  await vi.waitFor(() => expect(script()).not.toBeNull())
  expect(points()).toBeNull()
  await userEvent.keyboard('{Alt>}g{/Alt}')
  expect(script()).toBeNull()
  expect(points()?.getAttribute('aria-selected')).toBe('true')
  await userEvent.keyboard('{Alt>}g{/Alt}')
  expect(script()).not.toBeNull()
})
