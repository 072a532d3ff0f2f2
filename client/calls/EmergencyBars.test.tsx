import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { EmergencyBars } from '#client/calls/EmergencyBars.tsx'
import { consoleStore } from '#client/sync/console.ts'
import { useKeyListener } from '#client/ui/use-keys.ts'
import { commandId } from '../../test/support/drafts.ts'
import { seat } from '../../test/support/seat.ts'
import { alice, carla } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function Writing() {
  useKeyListener()
  return (
    <>
      <EmergencyBars />
      <textarea aria-label="Note" />
    </>
  )
}

const taken = () =>
  consoleStore
    .getState()
    .outbox.map(({ envelope: { command } }) => command)
    .filter((command) => command.type === 'calls.acknowledgeUrgent')
    .map(({ urgent }) => urgent)

test('[U410] Alt A takes the oldest emergency that nobody has taken, also while one writes, and no other before it was read', async () => {
  const later = { ms: 0 }
  const clock = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => clock() + later.ms)
  const stage = Stage.inCrisis()
  const [first, second] = [commandId(7), commandId(8)]
  for (const id of [first, second]) stage.does(alice, { type: 'calls.raiseUrgent', commune: null }, { id })
  seat(stage, carla)
  render(<Writing />)
  expect(screen.getAllByRole('button', { name: /Je m’en occupe/ })).toHaveLength(2)
  await userEvent.type(screen.getByRole('textbox'), 'la crue ')
  await userEvent.keyboard('{Alt>}aa{/Alt}monte')
  expect(taken()).toEqual([first])
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('la crue monte')

  const [held] = consoleStore.getState().outbox
  if (held === undefined) throw new Error('nothing was sent')
  stage.does(carla, held.envelope.command, { id: held.envelope.id })
  act(() => seat(stage, carla))
  await userEvent.keyboard('{Alt>}a{/Alt}')
  expect(taken()).not.toContain(second)
  later.ms = 10_000
  await userEvent.keyboard('{Alt>}a{/Alt}')
  expect(taken()).toContain(second)
})
