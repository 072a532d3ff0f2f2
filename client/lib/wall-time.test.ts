import { expect, test } from 'vitest'
import { lastTimeItWas, nextTimeItIs, wallTime } from '#client/lib/wall-time.ts'

const at = (iso: string) => Date.parse(iso)

test('[U30] a time of day is the last one that passed, yesterday’s just after midnight', () => {
  // 00:05 in Paris, winter time.
  const now = at('2026-11-23T23:05:00Z')
  expect(lastTimeItWas('23:50', now)).toBe(at('2026-11-23T22:50:00Z'))
  expect(lastTimeItWas('00:05', now)).toBe(at('2026-11-23T23:05:00Z'))
  expect(lastTimeItWas('0h10', now)).toBe(at('2026-11-22T23:10:00Z'))
})

test('[U30] a promised time is the next one to come', () => {
  const now = at('2026-11-23T23:05:00Z')
  expect(nextTimeItIs('00:30', now)).toBe(at('2026-11-23T23:30:00Z'))
  expect(nextTimeItIs('00:05', now)).toBe(at('2026-11-24T23:05:00Z'))
})

test('[U30] the night the clocks go back keeps the wall’s time', () => {
  // 25 October 2026: 03:00 summer time becomes 02:00. It is 03:30 winter time.
  const now = at('2026-10-25T02:30:00Z')
  expect(lastTimeItWas('01:45', now)).toBe(at('2026-10-24T23:45:00Z'))
  expect(wallTime(lastTimeItWas('02:10', now) ?? 0)).toBe('02:10')
})

test('[U30] what is no time of day is nothing', () => {
  for (const text of ['', '25:00', '12:60', 'midi', '1210'])
    expect(lastTimeItWas(text, 1_800_000_000_000)).toBeNull()
})
