import { expect, test } from 'vitest'
import { retimeState } from '#shared/clock/retime.ts'
import { day, minute } from '#shared/lib/time.ts'
import { alice, content, logCall } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

test('[Z14] the wall counts the calls of a clock that was ahead, and the next one', () => {
  const stage = Stage.inCrisis()
  const logs = () => stage.does(alice, logCall({ content: content({ startedAt: stage.now }) }))
  const from = (stage.now += 3 * day + 217)
  logs()
  const correction = { first: 1, last: stage.state.seq, from, to: stage.now, by: -3 * day, isAtLeast: false }
  stage.state = retimeState(stage.state, correction)
  stage.now += 20 * minute - 3 * day
  logs()
  const { buckets } = stage.it.calls.counters
  expect(buckets.map(({ total }) => total)).toEqual([1, 1])
})
