import * as fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import type { CallOutcome } from '#shared/callin/outcomes.ts'
import { callQueue, nextToCall, phoneToDial } from '#shared/callin/next.ts'
import { calledOf, heldBy } from '#shared/callin/select.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { minute } from '#shared/lib/time.ts'
import { alice, member, recruit } from '../../test/support/members.ts'
import { player, Stage, type Player } from '../../test/support/stage.ts'

let stage: Stage
let ids: readonly MemberId[]

beforeEach(() => {
  stage = new Stage()
  ids = recruit(stage, member(1), member(2), member(3))
  stage.open()
})

function next() {
  return nextToCall(stage.state.standing.roster, stage.it.callin, stage.now)
}
function at(n: number): MemberId {
  const id = ids[n]
  if (id === undefined) throw new Error(`no member ${n}`)
  return id
}
function log(n: number, outcome: Exclude<CallOutcome, 'later'>, phone = 0) {
  stage.does(alice, { type: 'callin.log', member: at(n), phone, result: { outcome }, next: false })
}

test('[K15] who has answered, is on site or is held is never proposed', () => {
  log(0, 'coming30')
  expect(next()).toBe(at(1))
  stage.does(alice, { type: 'callin.arrive', member: at(1) })
  expect(next()).toBe(at(2))
  stage.does(alice, { type: 'callin.take', member: at(2), takeOver: false })
  expect(next()).toBeNull()
})

test('[K15] whoever said no, relief or remote, or has gone home, is left in peace', () => {
  log(0, 'unavailable')
  log(1, 'relief')
  stage.does(alice, { type: 'callin.arrive', member: at(2) })
  stage.does(alice, { type: 'callin.leave', member: at(2) })
  stage.now += 600 * minute
  expect(next()).toBeNull()
})

test('[K16] the missed ones come back after the untried and after a pause, fewest tries and longest ago first', () => {
  log(0, 'voicemail')
  stage.now += minute
  log(1, 'noAnswer')
  expect(next()).toBe(at(2))
  log(2, 'noAnswer')
  expect(next()).toBeNull()
  stage.now += 5 * minute
  expect(next()).toBe(at(0))
  log(0, 'noAnswer')
  stage.now += 5 * minute
  expect(next()).toBe(at(1))
})

test('[K16] a busy line is tried again sooner', () => {
  log(0, 'busy')
  log(1, 'voicemail')
  log(2, 'unavailable')
  stage.now += 2 * minute
  expect(next()).toBe(at(0))
})

test('[K17] who asked to be called later is proposed when the time has come, before the missed ones', () => {
  log(0, 'voicemail')
  const result = { outcome: 'later', from: stage.now + 20 * minute } as const
  stage.does(alice, { type: 'callin.log', member: at(1), phone: 0, result, next: false })
  log(2, 'unavailable')
  expect(next()).toBeNull()
  stage.now += 20 * minute
  expect(next()).toBe(at(1))
})

test('[K18] numbers found wrong are not proposed, and a member without another is not called', () => {
  const { roster } = stage.state.standing
  log(0, 'wrongNumber', 0)
  const first = roster.members[at(0)]
  expect(first && phoneToDial(first, calledOf(stage.it.callin, at(0)))).toBe(1)
  log(0, 'wrongNumber', 1)
  expect(callQueue(roster, stage.it.callin, stage.now).map(({ id }) => id)).toEqual([at(1), at(2)])
})

test('[K18] a number that HR has mended is dialled again', () => {
  log(0, 'wrongNumber', 0)
  log(0, 'wrongNumber', 1)
  stage.now += minute
  const mended = member(1, { phones: [{ kind: 'mobile', e164: '+33639989999' }] })
  stage.does(alice, { type: 'roster.change', id: at(0), member: mended })
  expect(next()).toBe(at(1))
  log(1, 'unavailable')
  log(2, 'unavailable')
  expect(next()).toBe(at(0))
})

test('[K19] the least tried number is proposed first', () => {
  log(0, 'voicemail', 0)
  const first = stage.state.standing.roster.members[at(0)]
  expect(first && phoneToDial(first, calledOf(stage.it.callin, at(0)))).toBe(1)
})

test('[K15] an erased member is not called', () => {
  stage.does(player(2, 'admin'), { type: 'privacy.erase', subject: at(0), reason: 'départ' })
  expect(next()).toBe(at(1))
})

const operators = [1, 2, 3, 4].map((n) => player(n, 'switchboard'))
const outcomes = [
  'coming30',
  'coming120',
  'relief',
  'unavailable',
  'voicemail',
  'noAnswer',
  'busy',
  'wrongNumber',
] as const

const step = fc.record({
  by: fc.constantFrom(...operators),
  deed: fc.constantFrom('next', 'next', 'log', 'logNext', 'logUndo', 'release', 'arrive'),
  outcome: fc.constantFrom(...outcomes),
  wait: fc.integer({ min: 0, max: 4 * minute }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** One operator's move; who is in hand decides which moves there are. */
function play(stage: Stage, { by, deed, outcome }: Step): void {
  if (deed === 'next') return expectSoundTake(stage, by)
  const held = heldBy(stage.it.callin, by.id)
  if (held === null) return
  if (deed === 'release') stage.does(by, { type: 'callin.release', member: held })
  if (deed === 'arrive') stage.does(by, { type: 'callin.arrive', member: held })
  if (!deed.startsWith('log')) return
  const said = { member: held, phone: 0, result: { outcome }, next: deed === 'logNext' }
  stage.does(by, { type: 'callin.log', ...said })
  if (deed === 'logUndo') stage.does(by, { type: 'callin.undo', member: held })
}

function expectSoundTake(stage: Stage, by: Player): void {
  const before = stage.it.callin
  const said = stage.does(by, { type: 'callin.takeNext' })
  for (const event of said.accepted ? said.events : []) {
    if (event.type !== 'callin.taken') continue
    const { stand, taken } = calledOf(before, event.member)
    expect([taken, stand.is]).toEqual([null, 'notReached'])
  }
}

test('[K1] whatever operators do in whatever order, nobody is in two hands or called who should not be', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const stage = new Stage()
      recruit(stage, ...[1, 2, 3, 4, 5, 6].map((n) => member(n)))
      stage.open()
      for (const one of steps) {
        stage.now += one.wait
        play(stage, one)
        const hands = Object.values(stage.it.callin.members).flatMap(({ taken }) => taken?.by ?? [])
        expect(new Set(hands).size).toBe(hands.length)
      }
    }),
    { seed: 2026, numRuns: 150 },
  )
})
