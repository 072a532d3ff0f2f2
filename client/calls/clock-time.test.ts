import { expect, test } from 'vitest'
import { clockTime, instantAt } from '#client/calls/clock-time.ts'

const at = (iso: string) => Date.parse(iso)

test('[C2] a time typed in from paper is the last time it was that late', () => {
  const now = at('2026-09-21T03:10:00+02:00')
  expect(instantAt('02:41', now, 'past')).toBe(at('2026-09-21T02:41:00+02:00'))
  expect(instantAt('23:50', now, 'past')).toBe(at('2026-09-20T23:50:00+02:00'))
})

test('[C4] a call-back’s time is the next time it will be that late', () => {
  const now = at('2026-09-21T23:30:00+02:00')
  expect(instantAt('23:45', now, 'future')).toBe(at('2026-09-21T23:45:00+02:00'))
  expect(instantAt('00:30', now, 'future')).toBe(at('2026-09-22T00:30:00+02:00'))
})

test('[C2] the night of a clock change keeps true times', () => {
  // 25 October 2026: at three o'clock it is two again.
  const now = at('2026-10-25T06:00:00+01:00')
  const typed = instantAt('01:30', now, 'past')
  expect(typed).toBe(at('2026-10-25T01:30:00+02:00'))
  expect(clockTime(typed ?? 0)).toBe('01:30')
})

test.each(['', '25:00', '12', 'midi'])('[C10] "%s" is no time', (typed) => {
  expect(instantAt(typed, at('2026-09-21T03:10:00+02:00'), 'past')).toBeNull()
})
