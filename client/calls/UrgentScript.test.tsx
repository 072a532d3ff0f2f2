import 'fake-indexeddb/auto'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { activeDraft, openDesk, startDraft, useDesk } from '#client/calls/drafts.ts'
import { CallDesk } from '#client/calls/CallDesk.tsx'
import { consoleStore, dismiss } from '#client/sync/console.ts'
import { useKeyListener } from '#client/ui/use-keys.ts'
import type { Envelope } from '#shared/command.ts'
import { seat } from '../../test/support/seat.ts'
import { alice } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

let stage: Stage

function Desk() {
  useKeyListener()
  const desk = useDesk()
  const draft = desk === null ? null : activeDraft(desk)
  return desk === null || draft === null ? null : <CallDesk desk={desk} draft={draft} />
}

const said = (type: Envelope['command']['type']) =>
  consoleStore
    .getState()
    .outbox.map(({ envelope }) => envelope)
    .filter(({ command }) => command.type === type)

/** The server's answer to the press, as it reaches every console. */
function confirm(): void {
  const [raised] = said('calls.raiseUrgent')
  if (raised === undefined) throw new Error('nothing was raised')
  stage.does(alice, raised.command, { id: raised.id })
  act(() => seat(stage, alice))
}

const note = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Note/ })
const ends = () => screen.getByRole('radiogroup', { name: 'Appel transféré à' })

beforeEach(async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no server')))
  stage = Stage.inCrisis()
  seat(stage, alice)
  if (stage.crisis !== null) await openDesk(alice.id, stage.crisis)
  startDraft(null)
  render(<Desk />)
})
afterEach(async () => {
  cleanup()
  await Promise.all(consoleStore.getState().outbox.map(({ key }) => dismiss(key)))
})

test('[U290] what is typed after Alt U stays text: neither the press nor the server’s answer takes the focus', async () => {
  await userEvent.type(note(), '3 rue ')
  await userEvent.keyboard('{Alt>}u{/Alt}de la ')
  confirm()
  await userEvent.keyboard('fée 5')
  expect(note().value).toBe('3 rue de la fée 5')
  expect(said('calls.closeUrgent')).toEqual([])
  // Asked for once more, they have it.
  await userEvent.keyboard('{Alt>}u{/Alt}5')
  expect(said('calls.closeUrgent')[0]?.command).toMatchObject({ end: { kind: 'transferred', to: '15' } })
})

test('[U290] pressed outside of a text its answers have the focus at once: the next digit is never the sheet’s', async () => {
  await userEvent.keyboard('u5')
  expect(said('calls.closeUrgent')[0]?.command).toMatchObject({ end: { kind: 'transferred', to: '15' } })
  expect(screen.getByRole('radiogroup', { name: 'Motif' })).toBeDefined()
})

test('[U291] a key pressed by mistake is asked about before the alarm goes', async () => {
  await userEvent.keyboard('u')
  confirm()
  await userEvent.keyboard('ee')
  expect(said('calls.closeUrgent')).toEqual([])
  await userEvent.keyboard('n')
  expect(ends()).toBeDefined()
  await userEvent.keyboard('eo')
  expect(said('calls.closeUrgent')[0]?.command).toMatchObject({ end: { kind: 'mistake' } })
})
