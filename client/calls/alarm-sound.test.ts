import { act, renderHook } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

let isAllowed = false
const opened: Audio[] = []

/** Runs only once the browser has taken a press for one; until then `resume` waits. */
class Audio extends EventTarget {
  state = 'suspended'

  constructor() {
    super()
    opened.push(this)
  }

  resume(): Promise<void> {
    if (!isAllowed) return new Promise(() => {})
    this.change('running')
    return Promise.resolve()
  }

  change(state: string): void {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

/** A page loaded again, in a tab whose reader has said yes. */
async function reload() {
  vi.resetModules()
  const { resumeSound, useIsPressWanted, useSound } = await import('#client/calls/alarm-sound.ts')
  resumeSound()
  const { result } = renderHook(() => ({ isPressWanted: useIsPressWanted(), sound: useSound() }))
  return result
}

beforeEach(() => {
  isAllowed = false
  opened.length = 0
  vi.stubGlobal('AudioContext', Audio)
  sessionStorage.setItem('cip.alarm-sound', 'wanted')
})

test('[U297] after a reload a press is asked for until one has unlocked the sound, a key or a touch that does not count included', async () => {
  const page = await reload()
  expect(page.current).toEqual({ isPressWanted: true, sound: 'locked' })
  await userEvent.keyboard('{Escape}')
  expect(page.current.isPressWanted).toBe(true)
  isAllowed = true
  await userEvent.click(document.body)
  await vi.waitFor(() => expect(page.current).toEqual({ isPressWanted: false, sound: 'ready' }))
})

test('[U297] where the browser lets it sound by itself nothing is asked', async () => {
  isAllowed = true
  const page = await reload()
  await vi.waitFor(() => expect(page.current).toEqual({ isPressWanted: false, sound: 'ready' }))
})

test('[U297] a sound that the machine takes away is said to be gone, and comes back at a press', async () => {
  isAllowed = true
  const page = await reload()
  await vi.waitFor(() => expect(page.current.sound).toBe('ready'))
  act(() => opened[0]?.change('interrupted'))
  expect(page.current).toEqual({ isPressWanted: true, sound: 'locked' })
  await userEvent.keyboard('a')
  await vi.waitFor(() => expect(page.current.sound).toBe('ready'))
})

test('[U297] who wants none is not asked', async () => {
  sessionStorage.setItem('cip.alarm-sound', 'declined')
  isAllowed = true
  const page = await reload()
  await userEvent.keyboard('a')
  expect(page.current).toEqual({ isPressWanted: false, sound: 'locked' })
})
