import { expect, test } from 'vitest'
import { coveredFrom, coverageSteps } from '#client/ui/coverage-shape.ts'
import { thresholdTone } from '#client/ui/threshold.ts'

const points = [
  { at: 0, people: 0 },
  { at: 12, people: 1 },
  { at: 34, people: 5 },
  { at: 50, people: 5 },
  { at: 62, people: 8 },
  { at: 120, people: 8 },
]

test('[U13] covered means met and kept: a relief that leaves a hole counts', () => {
  expect(coveredFrom(points, 8)).toBe(62)
  expect(coveredFrom(points, 9)).toBeNull()
  expect(coveredFrom([...points, { at: 130, people: 6 }, { at: 140, people: 8 }], 8)).toBe(140)
})

test('[U13] the area rises in steps, and is cut where what is known ends', () => {
  expect(coverageSteps(points, 40)).toEqual([
    { from: 0, to: 12, people: 0 },
    { from: 12, to: 34, people: 1 },
    { from: 34, to: 40, people: 5 },
    { from: 40, to: 62, people: 5 },
    { from: 62, to: 120, people: 8 },
  ])
})

test('[U14] orange from three quarters, red from the limit on', () => {
  expect([0, 0.74, 0.75, 0.99, 1, 1.4].map(thresholdTone)).toEqual([
    'info',
    'info',
    'warning',
    'warning',
    'danger',
    'danger',
  ])
})
