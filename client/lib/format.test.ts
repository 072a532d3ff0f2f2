import { expect, test } from 'vitest'
import { hour, minute, second } from '#shared/lib/time.ts'
import { formatClock, formatDuration, formatInstant, formatRelative } from '#client/lib/format.ts'

/** The night of the flash flood: 02:41:07 in Paris, still the day before at 23:41 UTC in summer time. */
const now = Date.UTC(2026, 9, 12, 0, 41, 7)
const plain = (text: string) => text.replaceAll(/\s/gu, ' ')

test('[U9] times are Paris time, whatever the computer believes', () => {
  expect(formatInstant(now, 'time', 'fr')).toBe('02:41')
  expect(formatInstant(now, 'exactTime', 'en')).toBe('02:41:07')
  expect(formatInstant(Date.UTC(2026, 9, 24, 22, 5), 'time', 'fr')).toBe('00:05')
})

test('[U9] the hour that comes twice when summer time ends keeps its place on the clock', () => {
  const before = Date.UTC(2026, 9, 25, 0, 30)
  expect(formatInstant(before, 'time', 'fr')).toBe('02:30')
  expect(formatInstant(before + hour, 'time', 'fr')).toBe('02:30')
  expect(formatClock(hour)).toBe('01:00:00')
})

test('[U9] relative times in both languages, turning into dates from twelve hours on', () => {
  expect(plain(formatRelative(now - 20 * second, now, 'fr'))).toBe('à l’instant')
  expect(plain(formatRelative(now - 6 * minute, now, 'fr'))).toBe('il y a 6 min')
  expect(plain(formatRelative(now + 20 * minute, now, 'fr'))).toBe('dans 20 min')
  expect(plain(formatRelative(now - 2 * hour, now, 'en'))).toMatch(/^2 (?:hrs?|h)\.? ago$/u)
  expect(plain(formatRelative(now - 13 * hour, now, 'fr'))).toBe('11/10 13:41')
})

test('[U9] the running clock counts hours past a day and bears a sign below zero', () => {
  expect(formatClock(42 * minute + 10 * second)).toBe('00:42:10')
  expect(formatClock(49 * hour)).toBe('49:00:00')
  expect(formatClock(-35 * second)).toBe('−00:00:35')
})

test('[U9] durations are short words without a sign', () => {
  expect(formatDuration(45 * second, 'fr')).toBe('45 s')
  expect(formatDuration(-12 * minute, 'fr')).toBe('12 min')
  expect(formatDuration(65 * minute, 'fr')).toBe('1 h 05')
  expect(formatDuration(51 * hour, 'fr')).toBe('2 j 3 h')
})
