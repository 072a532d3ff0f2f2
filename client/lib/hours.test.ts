import { expect, test } from 'vitest'
import { formatAtHour, formatHour } from '#client/lib/hours.ts'
import { day, hour, minute } from '#shared/lib/time.ts'

/** 23:50 in Paris. */
const evening = Date.UTC(2026, 10, 28, 22, 50)

test('[U347] an hour that is not today’s is said with its day', () => {
  const said = (at: number, now = evening) => [formatHour(at, now, 'fr'), formatAtHour(at, now, 'fr')]
  expect(said(evening + 5 * minute)).toEqual(['23:55', 'à 23:55'])
  expect(said(evening + 80 * minute)).toEqual(['demain 01:10', 'demain à 01:10'])
  expect(said(evening, evening + 80 * minute)).toEqual(['hier 23:50', 'hier à 23:50'])
  expect(said(evening + 4 * day)).toEqual(['02/12 23:50', 'le 02/12 à 23:50'])
  expect(formatAtHour(evening + 80 * minute, evening, 'en')).toBe('tomorrow at 01:10')
})

test('[U347] the day is Paris’s, through the nights of the clock change', () => {
  const night = Date.UTC(2026, 9, 24, 22, 30)
  expect(formatHour(night, night + 24 * hour, 'fr')).toBe('00:30')
  expect(formatHour(night, night + 25 * hour, 'fr')).toBe('hier 00:30')
})
