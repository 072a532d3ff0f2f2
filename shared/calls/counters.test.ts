import { expect, test } from 'vitest'
import { countCall, moveCounts } from '#shared/calls/counters.ts'
import { noCalls, type Counters } from '#shared/calls/state.ts'
import { day, hour, minute } from '#shared/lib/time.ts'
import { alice, content } from '../../test/support/sheets.ts'
import { t0 } from '../../test/support/drafts.ts'

function counted(...starts: readonly number[]): Counters {
  return starts.reduce(
    (counters, startedAt) => countCall(counters, content({ startedAt }), alice.id),
    noCalls.counters,
  )
}

function stretches({ buckets }: Counters) {
  return buckets.map(({ start, total }) => [start, total])
}

test('[Z14] calls counted under a clock that was days ahead are counted when they came, and later ones again', () => {
  const from = t0 + 3 * day + 4 * minute
  const wrong = counted(t0 - hour, from, from + 7 * minute)
  const moved = moveCounts(wrong, { from, to: from + hour, by: -3 * day })
  expect(stretches(moved)).toEqual([
    [t0, 1],
    [t0 + 10 * minute, 1],
  ])
  const later = countCall(moved, content({ startedAt: t0 + 12 * minute }), alice.id)
  expect(stretches(later)).toEqual([
    [t0, 1],
    [t0 + 10 * minute, 2],
  ])
  expect(later.buckets[1]?.byTheme).toEqual({ mobility: 2 })
})

test('[Z14] what was counted before the clock was wrong stays where it is', () => {
  const moved = moveCounts(counted(t0 - 10 * minute, t0 + 4 * minute, t0 + hour), {
    from: t0 + 5 * minute,
    to: t0 + hour,
    by: hour,
  })
  expect(stretches(moved)).toEqual([
    [t0 - 10 * minute, 1],
    [t0, 1],
    [t0 + 2 * hour, 1],
  ])
})
