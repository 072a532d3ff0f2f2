import { expect, test } from 'vitest'
import { coveragePath, coveredFrom, postsAt } from '#client/ui/coverage-shape.ts'
import { thresholdTone } from '#client/ui/threshold.ts'

const points = [
  { minute: 12, posts: 1 },
  { minute: 34, posts: 5 },
  { minute: 62, posts: 8 },
]

test('[U13] posts at a minute are those of the last arrival', () => {
  expect([0, 12, 33, 34, 120].map((minute) => postsAt(points, minute))).toEqual([0, 1, 1, 5, 8])
})

test('[U13] covered means met and kept: a relief that leaves a hole counts', () => {
  expect(coveredFrom(points, 8)).toBe(62)
  expect(coveredFrom(points, 9)).toBeNull()
  expect(coveredFrom([...points, { minute: 80, posts: 6 }, { minute: 90, posts: 8 }], 8)).toBe(90)
})

test('[U13] the curve rises in steps and closes on the base line', () => {
  expect(coveragePath(points, 120, 9)).toBe('M0 9V9H12V8H34V4H62V1H120V9Z')
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
