import { setImmediate as turn } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { Turns } from '#server/publicsite/turns.ts'

function crowd(isBusy: () => boolean) {
  const turns = new Turns(isBusy)
  const answered: number[] = []
  for (let n = 0; n < 100; n += 1) turns.take(() => answered.push(n))
  return answered
}

test('[W38] a crowd is answered a few at a time, in order, with the event loop free in between', async () => {
  const answered = crowd(() => false)
  await turn()
  expect(answered.length).toBeGreaterThan(0)
  expect(answered.length).toBeLessThan(20)
  while (answered.length < 100) await turn()
  expect(answered).toEqual(Array.from({ length: 100 }, (_, n) => n))
})

test('[W39] while a command is on its way to the disk the crowd waits, though not for ever', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const answered = crowd(() => true)
  await turn()
  vi.advanceTimersByTime(10)
  expect(answered).toEqual([])
  vi.advanceTimersByTime(10)
  expect(answered.length).toBeGreaterThan(0)
  vi.useRealTimers()
})
