import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { JournalHealth } from '#server/journal/health.ts'
import { JournalUnavailable } from '#server/journal/port.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const full = new JournalUnavailable('the disk of the journal is full')

/** A journal's health, what it told, how often the journal was probed; the test says what the disk answers. */
function watch() {
  const disk = { answer: () => Promise.resolve() }
  const head = vi.fn<() => Promise<number>>(() => Promise.resolve(0))
  const probe = vi.fn<() => Promise<void>>(() => disk.answer())
  const log = { error: vi.fn<() => void>(), warn: vi.fn<() => void>() }
  const health = new JournalHealth({ head, probe }, log)
  const told: boolean[] = []
  health.onChange(() => told.push(health.isStoring))
  return { health, disk, head, probe, log, told }
}

test('[J26] once a commit has failed the journal is probed until it stores, though nobody writes', async () => {
  const { health, disk, probe, log, told } = watch()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(probe).not.toHaveBeenCalled()
  disk.answer = () => Promise.reject(full)
  health.failed(full)
  health.failed(full)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(probe).toHaveBeenCalledTimes(5)
  expect(told).toEqual([false])
  disk.answer = () => Promise.resolve()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(told).toEqual([false, true])
  expect([log.error, log.warn].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(probe).toHaveBeenCalledTimes(6)
})

test('[J26] a journal that does not answer is found out though nobody writes', async () => {
  const { health, disk, head, told } = watch()
  disk.answer = () => Promise.reject(full)
  head.mockRejectedValue(full)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(told).toEqual([false])
  expect(await health.isReady()).toBe(false)
})

test('[J26] a journal that hangs is asked one thing at a time, and not at all once it is closed', async () => {
  const { health, disk, probe, log, told } = watch()
  let fail: (error: Error) => void = () => undefined
  disk.answer = () => new Promise((_, reject) => (fail = reject))
  health.failed(full)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(probe).toHaveBeenCalledTimes(1)
  health.stored()
  health.close()
  fail(new JournalUnavailable('the journal is closed'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told).toEqual([false, true])
  expect(probe).toHaveBeenCalledTimes(1)
  expect(log.error).toHaveBeenCalledTimes(1)
})
