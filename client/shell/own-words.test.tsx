import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Gone } from '#client/shell/Gone.tsx'
import { Refusals } from '#client/shell/Refusals.tsx'
import { consoleStore } from '#client/sync/console.ts'
import type { OutboxItem } from '#client/sync/outbox.ts'
import type { RecordedItem } from '#client/sync/recorded.ts'
import type { Envelope } from '#shared/command.ts'
import { commandId, t0 } from '../../test/support/drafts.ts'
import { alice } from '../../test/support/sheets.ts'
import { sit } from '../../test/support/sit.ts'
import { Stage } from '../../test/support/stage.ts'

vi.mock(import('@tanstack/react-router'), async (original) => ({
  ...(await original()),
  useNavigate: () => async () => undefined,
}))

afterEach(() => {
  cleanup()
  consoleStore.setState({ outbox: [], recorded: [] })
})

function note(id: number, text: string): Envelope {
  const command = { type: 'journal.note', text, happenedAt: null } as const
  return { id: commandId(id), crisis: commandId(1), command } as unknown as Envelope
}

test('[U314] what is gone is recorded again, or left, by buttons named for it', () => {
  sit(alice, Stage.inCrisis())
  const goneOf = (envelope: Envelope): RecordedItem =>
    ({ envelope, person: alice.id, at: t0, isGone: true }) as unknown as RecordedItem
  consoleStore.setState({ recorded: [goneOf(note(2, 'Pont fermé')), goneOf(note(3, 'Pont rouvert'))] })
  render(<Gone />)
  for (const text of ['Pont fermé', 'Pont rouvert']) {
    expect(screen.getByRole('button', { name: new RegExp(`Enregistrer de nouveau.*${text}`) })).toBeTruthy()
    expect(screen.getByRole('button', { name: new RegExp(`Laisser.*${text}`) })).toBeTruthy()
  }
})

test('[X155] what is gone is offered once the restored state, which shows who is erased, is here', () => {
  const stage = Stage.inCrisis()
  sit(alice, stage)
  const gone = { envelope: note(2, 'Pont fermé'), person: alice.id, at: t0, isGone: true }
  const { replica } = consoleStore.getState()
  consoleStore.setState({
    recorded: [gone as unknown as RecordedItem],
    replica: { ...replica, isLoaded: false },
  })
  render(<Gone />)
  expect(screen.queryByText(/Pont fermé/)).toBeNull()
  act(() => consoleStore.setState({ replica }))
  expect(screen.getByText(/Pont fermé/)).toBeTruthy()
})

test('[U315] other words under one id, refused, are shown each for itself', () => {
  const warned = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  sit(alice, Stage.inCrisis())
  const refusal = { code: 'command.other-content', field: null, detail: null } as const
  const item = (key: string, text: string): OutboxItem => ({
    key,
    envelope: note(2, text),
    person: alice.id,
    madeAt: t0,
    refusal,
  })
  consoleStore.setState({ outbox: [item('a', 'Pont fermé'), item('b', 'Pont rouvert')] })
  render(<Refusals />)
  expect(screen.getAllByRole('alert')).toHaveLength(2)
  // React’s, of two rows under one key.
  expect(warned).not.toHaveBeenCalled()
  warned.mockRestore()
})

test('[U323] the words of what was refused later are read before it is dismissed, the note of a call-back too', () => {
  sit(alice, Stage.inCrisis())
  const close = {
    type: 'calls.closeCallback',
    sheet: '7',
    result: { kind: 'reached' },
    note: 'Odile rassurée',
  }
  const refusal = { code: 'calls.no-callback', field: null, detail: null } as const
  const envelope = { id: commandId(2), crisis: commandId(1), command: close } as unknown as Envelope
  consoleStore.setState({ outbox: [{ key: 'a', envelope, person: alice.id, madeAt: t0, refusal }] })
  render(<Refusals />)
  expect(screen.getByRole('alert').textContent).toContain('Odile rassurée')
})
