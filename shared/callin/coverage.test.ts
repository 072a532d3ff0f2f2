import { beforeEach, expect, test } from 'vitest'
import { coverage, coverageSeries } from '#shared/callin/coverage.ts'
import type { CallOutcome } from '#shared/callin/outcomes.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { minute } from '#shared/lib/time.ts'
import { t0 } from '../../test/support/drafts.ts'
import { alice, member, recruit } from '../../test/support/members.ts'
import { Stage } from '../../test/support/stage.ts'

let stage: Stage
let a: MemberId
let b: MemberId
let c: MemberId

beforeEach(() => {
  stage = new Stage()
  ;[a, b, c] = recruit(stage, member(1), member(2), member(3)) as [MemberId, MemberId, MemberId]
  stage.open({ posts: 8 })
})

function log(of: MemberId, outcome: Exclude<CallOutcome, 'later'>) {
  stage.does(alice, { type: 'callin.log', member: of, phone: 0, result: { outcome }, next: false })
}
function covered() {
  return coverage(stage.it, stage.now)
}

test('[K20] who is announced counts from the later end of what they said', () => {
  log(a, 'coming30')
  log(b, 'coming60')
  log(c, 'remote')
  expect(covered()).toMatchObject({
    needed: 8,
    coming: 2,
    confirmed: 2,
    remote: 1,
    present: 0,
    horizons: [{ people: 1 }, { people: 2 }, { people: 2 }],
  })
})

test('[K21] who is late counts again only once there', () => {
  log(a, 'coming30')
  stage.now += 31 * minute
  expect(covered()).toMatchObject({
    coming: 1,
    late: 1,
    confirmed: 0,
    horizons: [{ people: 0 }, {}, { people: 0 }],
  })
  stage.does(alice, { type: 'callin.arrive', member: a })
  expect(covered()).toMatchObject({
    present: 1,
    late: 0,
    confirmed: 1,
    horizons: [{ people: 0 }, { people: 1 }, {}],
  })
})

test('[K22] a post is covered by who sits at it, not by who is in the building', () => {
  stage.does(alice, { type: 'callin.arrive', member: a })
  stage.does(alice, { type: 'callin.seat', member: b, post: 1 })
  stage.does(alice, { type: 'callin.seat', member: c, post: 2 })
  stage.does(alice, { type: 'callin.break', member: c })
  expect(covered()).toMatchObject({ present: 3, atPost: 1 })
})

test('[K23] the curve remembers who was there and shows who is announced', () => {
  log(c, 'coming120')
  stage.now += 20 * minute
  stage.does(alice, { type: 'callin.arrive', member: a })
  stage.now += 10 * minute
  stage.does(alice, { type: 'callin.leave', member: a })
  stage.does(alice, { type: 'callin.arrive', member: b })
  const range = { from: t0, to: t0 + 120 * minute, now: stage.now }
  expect(coverageSeries(stage.it, range)).toEqual([
    { at: t0, people: 0 },
    { at: t0 + 20 * minute, people: 1 },
    { at: t0 + 30 * minute, people: 1 },
    { at: t0 + 120 * minute, people: 2 },
  ])
})
