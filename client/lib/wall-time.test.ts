import { expect, test } from 'vitest'
import { readTypedTime } from '#client/lib/typed-time.ts'
import { lastTimeItWas, nextTimeItIs, wallTime } from '#client/lib/wall-time.ts'

const at = (iso: string) => Date.parse(iso)
const told = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString())

/** The rules hold on a desk computer of Paris, and on one that was left on another zone. */
const zones = ['Europe/Paris', 'America/New_York', 'Pacific/Auckland']

test('[U30] a time of day is the last one that passed, yesterday’s just after midnight', () => {
  // 00:05 in Paris, winter time.
  const now = at('2026-11-23T23:05:00Z')
  expect(lastTimeItWas('23:50', now)).toBe(at('2026-11-23T22:50:00Z'))
  expect(lastTimeItWas('0h10', now)).toBe(at('2026-11-22T23:10:00Z'))
})

test('[U30] a promised time is the next one to come', () => {
  const now = at('2026-11-23T23:05:00Z')
  expect(nextTimeItIs('00:30', now)).toBe(at('2026-11-23T23:30:00Z'))
  expect(nextTimeItIs('00:04', now)).toBe(at('2026-11-24T23:04:00Z'))
})

test('[U240] the minute that runs is now: neither yesterday’s, nor tomorrow’s, nor in the future', () => {
  const now = at('2026-09-21T12:05:40.250Z')
  expect(told(lastTimeItWas('14:05', now))).toBe('2026-09-21T12:05:00.000Z')
  expect(nextTimeItIs('14:05', now)).toBe(now)
  // The clock beside the telephone is a little ahead of the server's.
  expect(lastTimeItWas('14:06', now)).toBe(now)
  expect(told(lastTimeItWas('14:07', now))).toBe('2026-09-20T12:07:00.000Z')
})

test.each(zones)('[U30] the night the clocks go back keeps the wall’s time, on a computer of %s', (zone) => {
  process.env['TZ'] = zone
  // 25 October 2026: at 03:00 summer time it is 02:00 again, at 01:00Z.
  const afterwards = at('2026-10-25T02:30:00Z')
  expect(told(lastTimeItWas('01:45', afterwards))).toBe('2026-10-24T23:45:00.000Z')
  expect(told(lastTimeItWas('02:10', afterwards))).toBe('2026-10-25T01:10:00.000Z')
  expect(wallTime(at('2026-10-25T01:10:00Z'))).toBe('02:10')
  // In the second of the two hours, what it has not yet shown twice was in the first.
  const second = at('2026-10-25T01:10:00Z')
  expect(told(lastTimeItWas('02:50', second))).toBe('2026-10-25T00:50:00.000Z')
  expect(told(nextTimeItIs('02:50', second))).toBe('2026-10-25T01:50:00.000Z')
  // In the first, what it has shown comes again.
  const first = at('2026-10-25T00:40:00Z')
  expect(told(nextTimeItIs('02:30', first))).toBe('2026-10-25T01:30:00.000Z')
  expect(told(lastTimeItWas('02:30', first))).toBe('2026-10-25T00:30:00.000Z')
  expect(told(lastTimeItWas('23:50', at('2026-10-25T22:40:00Z')))).toBe('2026-10-24T21:50:00.000Z')
  expect(told(nextTimeItIs('03:30', at('2026-10-24T22:30:00Z')))).toBe('2026-10-25T02:30:00.000Z')
})

test.each(zones)('[U241] the hour that the clock change skips is no time, on a computer of %s', (zone) => {
  process.env['TZ'] = zone
  // 29 March 2026: at 02:00 it is 03:00, at 01:00Z.
  const before = at('2026-03-29T00:40:00Z')
  const after = at('2026-03-29T01:20:00Z')
  expect(lastTimeItWas('02:30', after)).toBeNull()
  expect(nextTimeItIs('02:30', before)).toBeNull()
  // Around it nothing is a day or an hour away.
  expect(told(lastTimeItWas('01:50', after))).toBe('2026-03-29T00:50:00.000Z')
  expect(told(lastTimeItWas('02:30', before))).toBe('2026-03-28T01:30:00.000Z')
  expect(told(nextTimeItIs('03:10', before))).toBe('2026-03-29T01:10:00.000Z')
  expect(told(nextTimeItIs('02:30', after))).toBe('2026-03-30T00:30:00.000Z')
})

test.each([
  ['14:05', '14:05'],
  ['2:10', '02:10'],
  ['02h10', '02:10'],
  ['14h', '14:00'],
  ['14 h', '14:00'],
  ['14 h 05', '14:05'],
  ['14\u202Fh\u00A005', '14:05'],
  ['14H05', '14:05'],
  ['14h05 min', '14:05'],
  ['14 heures 30', '14:30'],
  ['1 heure', '01:00'],
  ['14.05', '14:05'],
  ['1405', '14:05'],
  ['905', '09:05'],
  ['0000', '00:00'],
  ['vers 14 h', '14:00'],
  ['Vers 14h30', '14:30'],
  ['à 14 h', '14:00'],
  ['~14h', '14:00'],
  ['midi', '12:00'],
  ['Minuit', '00:00'],
])('[U242] «%s» is read as people write it: %s', (text, clock) => {
  const minutes = readTypedTime(text) ?? -1
  expect(
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
  ).toBe(clock)
})

test.each([
  '',
  '14',
  '25:00',
  '24h',
  '12:60',
  '1260',
  '14:5:3',
  '-1:00',
  '14h05h',
  'h',
  'demain',
  '14:05 ou 15:00',
])('[U30] «%s» is no time of day, and means nothing', (text) => {
  expect(lastTimeItWas(text, 1_800_000_000_000)).toBeNull()
  expect(nextTimeItIs(text, 1_800_000_000_000)).toBeNull()
})
