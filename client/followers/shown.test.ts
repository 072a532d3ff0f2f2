import { expect, test } from 'vitest'
import type { FollowerName, Trouble } from '#shared/followers/followers.ts'
import { troublesFor } from './shown.ts'

const trouble = (follower: FollowerName, is: Trouble['is']) => ({ follower, since: 1, is })

test('[F108] an erasure that is not done says so at once to those who may erase', () => {
  const troubles = [trouble('keys', 'retried'), trouble('register', 'retried')]
  expect(troublesFor(troubles, ['quality'])).toEqual([troubles[0]])
  expect(troublesFor(troubles, ['admin'])).toEqual([troubles[0]])
  expect(troublesFor(troubles, ['callTaker'])).toEqual([])
})

test('[F109] a page that is parked is told to those who publish, anything parked to the administrators', () => {
  const troubles = [trouble('page', 'parked'), trouble('snapshots', 'parked'), trouble('register', 'retried')]
  expect(troublesFor(troubles, ['comms'])).toEqual([troubles[0]])
  expect(troublesFor(troubles, ['admin'])).toEqual(troubles.slice(0, 2))
})
