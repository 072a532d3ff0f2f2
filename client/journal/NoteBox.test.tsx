import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NoteBox } from '#client/journal/NoteBox.tsx'
import { words } from '#client/journal/words.ts'
import { dropKeys, takeAuthorKey } from '#client/lib/keyring.ts'
import { chooseSingleKeys } from '#client/lib/single-keys.ts'
import { consoleStore } from '#client/sync/console.ts'
import type { OutboxItem } from '#client/sync/outbox.ts'
import type { Envelope } from '#shared/command.ts'
import { CrisisId } from '#shared/lib/id.ts'
import { commandId, t0 } from '../../test/support/drafts.ts'
import { alice, bob } from '../../test/support/sheets.ts'
import { sit } from '../../test/support/sit.ts'
import { Stage } from '../../test/support/stage.ts'

const said = words.fr
const stage = Stage.inCrisis()
const crisis = CrisisId.parse(stage.crisis)
const other = CrisisId.parse(commandId(0x99))

beforeEach(() => {
  sit(alice, stage)
  takeAuthorKey(alice.id, '0a'.repeat(32))
})

afterEach(() => {
  cleanup()
  dropKeys()
  sessionStorage.clear()
  consoleStore.setState({ outbox: [] })
  chooseSingleKeys('on')
})

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: new RegExp(`^${said.note}`) })

test('[U310] the line being typed survives a reload, for its author and in its crisis alone', async () => {
  const view = render(<NoteBox crisis={crisis} />)
  await userEvent.type(field(), 'Le maire de Persan rappelle')
  expect(JSON.stringify(sessionStorage)).not.toContain('Persan')
  view.unmount()
  render(<NoteBox crisis={other} />).unmount()
  const again = render(<NoteBox crisis={crisis} />)
  expect(field().value).toBe('Le maire de Persan rappelle')
  again.unmount()
  takeAuthorKey(bob.id, '0b'.repeat(32))
  act(() => sit(bob, stage))
  render(<NoteBox crisis={crisis} />)
  expect(field().value).toBe('')
})

test('[U310] what was kept comes back once the server has told whose tab it is', async () => {
  const view = render(<NoteBox crisis={crisis} />)
  await userEvent.type(field(), 'Gardé')
  view.unmount()
  dropKeys()
  consoleStore.setState({ you: null })
  render(<NoteBox crisis={crisis} />)
  expect(field().value).toBe('')
  takeAuthorKey(alice.id, '0a'.repeat(32))
  act(() => sit(alice, stage))
  expect(field().value).toBe('Gardé')
})

test('[U310] what is kept does not take the place of what was typed before the server had told whose tab it is', async () => {
  const view = render(<NoteBox crisis={crisis} />)
  await userEvent.type(field(), 'Gardé')
  view.unmount()
  dropKeys()
  consoleStore.setState({ you: null })
  render(<NoteBox crisis={crisis} />)
  await userEvent.type(field(), 'Pont coupé')
  takeAuthorKey(alice.id, '0a'.repeat(32))
  act(() => sit(alice, stage))
  expect(field().value).toBe('Pont coupé')
})

function waiting(n: number, of: CrisisId, text: string): OutboxItem {
  const command = { type: 'journal.note', text, happenedAt: null } as const
  const envelope = { id: commandId(n), crisis: of, command } as Envelope
  return { key: `${n}`, envelope, person: alice.id, madeAt: t0, refusal: null }
}

test('[U311] a line that waits is shown in the logbook of its crisis', () => {
  const outbox = [waiting(0x50, crisis, 'Crue à Persan'), waiting(0x51, other, 'Feu à Meaux')]
  consoleStore.setState({ outbox })
  render(<NoteBox crisis={crisis} />)
  expect(screen.getByText('Crue à Persan')).toBeTruthy()
  expect(screen.queryByText('Feu à Meaux')).toBeNull()
})

test('[U187] the key that inscribes a line is written as everywhere, and stays where single keys are switched off', () => {
  chooseSingleKeys('off')
  render(<NoteBox crisis={crisis} />)
  expect(screen.getByRole('button', { name: new RegExp(said.add) }).querySelector('kbd')?.textContent).toBe(
    'Entrée',
  )
})
