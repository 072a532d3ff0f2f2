import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { soundAlarm } from '#client/calls/alarm-sound.ts'
import { useRinging } from '#client/calls/use-ringing.ts'
import type { LineState } from '#client/sync/connection.ts'
import { consoleStore } from '#client/sync/console.ts'
import { commandId } from '../../test/support/drafts.ts'
import { seat } from '../../test/support/seat.ts'
import { alice, carla } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

vi.mock('#client/calls/alarm-sound.ts', () => ({ soundAlarm: vi.fn(), useSound: () => 'ready' }))

/** Another tab of this browser, which only listens. */
let other: BroadcastChannel
let heard: string[]

/** Moves the clock, and lets what was posted meanwhile arrive. */
async function pass(milliseconds: number): Promise<void> {
  for (let gone = 0; gone < milliseconds; gone += 50) {
    await vi.advanceTimersByTimeAsync(50)
    await new Promise(setImmediate)
  }
}

const become = (line: LineState) => act(() => consoleStore.setState({ line }))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] })
  const stage = Stage.inCrisis()
  stage.does(alice, { type: 'calls.raiseUrgent', commune: null }, { id: commandId(7) })
  seat(stage, carla)
  heard = []
  other = new BroadcastChannel(`cip.alarm.${stage.crisis}`)
  other.addEventListener('message', ({ data }: MessageEvent<{ id: string }>) => heard.push(data.id))
})
afterEach(() => {
  cleanup()
  other.close()
  vi.useRealTimers()
  vi.mocked(soundAlarm).mockClear()
})

test.each(['other-person', 'reload', 'signed-out'] as const)(
  '[U298] a tab that stands still (%s) takes no turn: it would keep silent those that are fed',
  async (line) => {
    become(line)
    renderHook(useRinging)
    await pass(5_000)
    expect(heard).toEqual([])
    expect(soundAlarm).not.toHaveBeenCalled()
  },
)

test('[U298] a tab without its line lets those ring that have theirs, and rings where there is none', async () => {
  renderHook(useRinging)
  await pass(100)
  const live = heard.at(-1) ?? ''
  heard = []
  become('offline')
  await pass(5_000)
  expect(heard.length).toBeGreaterThan(0)
  expect(heard.every((id) => id > live)).toBe(true)
  expect(soundAlarm).toHaveBeenCalled()

  // Whatever its own id, one that is fed comes first.
  other.postMessage({ id: live })
  await pass(100)
  vi.mocked(soundAlarm).mockClear()
  await pass(5_000)
  expect(soundAlarm).not.toHaveBeenCalled()
})
