import { expect, test } from 'vitest'
import { decideClock } from '#shared/clock/decide.ts'
import type { Context } from '#shared/decision.ts'
import { hour, second } from '#shared/lib/time.ts'
import { t0 } from '../../test/support/drafts.ts'

const context = { head: 100 } as unknown as Context
const node = '01930000-0000-4000-8000-000000000001'
const done = { first: 20, last: 90, from: t0, to: t0 + hour, by: -hour, isAtLeast: false }

function correct(changes: Partial<typeof done>) {
  const command = { type: 'clock.correct', node, ...done, ...changes } as const
  return decideClock({ doubts: {}, corrections: [done] }, command, context)
}

test('[Z16] of what another server has corrected by as much, only what it did not know of remains', () => {
  expect(
    correct({ first: 10, last: 95, from: t0 - hour, to: t0 + 2 * hour, by: second - hour }),
  ).toMatchObject({
    events: [
      { type: 'clock.corrected', first: 10, last: 19, from: t0 - hour, to: t0 - 1 },
      { type: 'clock.corrected', first: 91, last: 95, from: t0 + hour + 1, to: t0 + 2 * hour },
    ],
  })
  expect(correct({ first: 30, last: 60 })).toMatchObject({ events: [{ type: 'clock.settled' }] })
})

test('[Z16] another difference is another fault, other entries are another time', () => {
  expect(correct({ by: -3 * hour })).toMatchObject({ events: [{ first: 20, last: 90 }] })
  expect(correct({ first: 91, last: 95 })).toMatchObject({ events: [{ first: 91, last: 95 }] })
})
