import { expect, test } from 'vitest'
import { inSlices } from '#server/lib/slices.ts'
import { atOnce } from '#shared/lib/at-once.ts'

/** Works for twenty milliseconds of this thread's time. */
function* busy(): Generator<void, string> {
  for (let step = 0; step < 20; step += 1) {
    for (const until = performance.now() + 1; performance.now() < until;);
    yield
  }
  return 'done'
}

test('[R272] long work lets the others in again and again, and gives what it gives at once', async () => {
  let turns = 0
  let isDone = false
  const others = () => {
    turns += 1
    if (!isDone) setImmediate(others)
  }
  const working = inSlices(busy()).finally(() => (isDone = true))
  setImmediate(others)
  expect(await working).toBe(atOnce(busy()))
  expect(turns).toBeGreaterThanOrEqual(3)
})
