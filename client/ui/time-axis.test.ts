import { expect, test } from 'vitest'
import { across, axisMarks, timeAxis } from '#client/ui/time-axis.ts'
import { hour, minute } from '#shared/lib/time.ts'

const t0 = Date.UTC(2026, 10, 29, 1, 0)

test('[U346] for ninety minutes the axis is that of the first two hours, then it follows the present by half hours', () => {
  const startsAt = (sinceT0: number) => (timeAxis(t0, t0 + sinceT0).from - t0) / minute
  expect([-10, 0, 90, 91, 120, 121].map((minutes) => startsAt(minutes * minute))).toEqual([
    0, 0, 0, 30, 30, 60,
  ])
  for (let sinceT0 = 0; sinceT0 < 48 * hour; sinceT0 += 7 * minute) {
    const { to, now } = timeAxis(t0, t0 + sinceT0)
    expect(to - now).toBeGreaterThanOrEqual(30 * minute)
  }
})

test('[U346] an instant has its place, and what lies outside stands at the edge', () => {
  const axis = timeAxis(t0, t0)
  const places = [-hour, 0, 30 * minute, hour, 2 * hour, 5 * hour].map((ahead) => across(axis, t0 + ahead))
  expect(places).toEqual([0, 0, 25, 50, 100, 100])
  expect(axisMarks(axis).map((mark) => (mark - t0) / minute)).toEqual([0, 30, 60, 90, 120])
})
