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
  await vi.advanceTimersByTimeAsync(4_000)
  expect(told).toEqual([false])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(told).toEqual([false, true])
  expect([log.error, log.warn].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(probe).toHaveBeenCalledTimes(8)
})

test('[J102] while commits fail, probes that succeed end nothing; a commit that is stored ends it at once', async () => {
  const { health, told } = watch()
  for (let n = 0; n < 20; n += 1) {
    health.failed(full)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await health.isReady()).toBe(false)
  }
  expect(told).toEqual([false])
  health.stored()
  expect(told).toEqual([false, true])
})

test('[J102] probes that were wrong once are believed no more, until a commit is stored', async () => {
  const { health, told } = watch()
  health.failed(full)
  await vi.advanceTimersByTimeAsync(6_000)
  expect(told).toEqual([false, true])
  for (let n = 0; n < 5; n += 1) {
    health.failed(full)
    await vi.advanceTimersByTimeAsync(60_000)
  }
  expect(told).toEqual([false, true, false])
  health.stored()
  health.failed(full)
  await vi.advanceTimersByTimeAsync(6_000)
  expect(told).toEqual([false, true, false, true, false, true])
})

test('[J102] whoever asks often does not end it sooner, and who listens badly harms nobody', async () => {
  const { health, told } = watch()
  health.onChange(() => {
    throw new Error('a listener fails')
  })
  health.failed(full)
  for (let n = 0; n < 50; n += 1) expect(await health.isReady()).toBe(false)
  expect(told).toEqual([false])
})

test('[J26] a journal that does not answer is found out though nobody writes', async () => {
  const { health, disk, head, told } = watch()
  disk.answer = () => Promise.reject(full)
  head.mockRejectedValue(full)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(told).toEqual([false])
  expect(await health.isReady()).toBe(false)
  // Nothing was refused meanwhile: its first answer ends it.
  disk.answer = () => Promise.resolve()
  head.mockResolvedValue(0)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(told).toEqual([false, true])
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
