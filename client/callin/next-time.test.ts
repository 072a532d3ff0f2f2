import { expect, test } from 'vitest'
import { nextTimeOfDay } from '#client/callin/next-time.ts'
import { hour, minute } from '#shared/lib/time.ts'

/** 21 September 2026, 16:13:20 in Paris. */
const now = 1_790_000_000_000
const at1613 = now - (now % minute)

test.each([
  ['17:13', at1613 + hour],
  ['16h00', at1613 + 24 * hour - 13 * minute],
  ['6', at1613 + 13 * hour + 47 * minute],
  ['16:13', at1613 + 24 * hour],
])('[K24] %s is the next time that the préfecture’s clock shows it', (text, expected) => {
  expect(nextTimeOfDay(text, now)).toBe(expected)
})

test.each(['', '25:00', '12:60', 'demain', '６:00'])('[K24] “%s” is no time', (text) => {
  expect(nextTimeOfDay(text, now)).toBeNull()
})
