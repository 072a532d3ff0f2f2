import { beforeEach, expect, test } from 'vitest'
import { calledOf, heldBy } from '#shared/callin/select.ts'
import type { CallOutcome } from '#shared/callin/outcomes.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { minute } from '#shared/lib/time.ts'
import { t0 } from '../../test/support/drafts.ts'
import { alice, member, recruit } from '../../test/support/members.ts'
import { player, Stage, type Player } from '../../test/support/stage.ts'

const bob = player(2, 'switchboard', 'hr')

let stage: Stage
let one: MemberId
let two: MemberId
let three: MemberId

beforeEach(() => {
  stage = new Stage()
  ;[one, two, three] = recruit(stage, member(1), member(2), member(3)) as [MemberId, MemberId, MemberId]
  stage.welcome(bob, 'Bob Roche')
  stage.open({ kind: 'exercise' })
})

type Calling = { by?: Player; phone?: number | null; next?: boolean }
type Said = Exclude<CallOutcome, 'later'>

function log(of: MemberId, outcome: Said, { by = alice, phone = 0, next = false }: Calling = {}) {
  return stage.does(by, { type: 'callin.log', member: of, phone, result: { outcome }, next })
}
function takeNext(by: Player = alice) {
  return stage.does(by, { type: 'callin.takeNext' })
}
function take(of: MemberId, by: Player, takeOver = false) {
  return stage.does(by, { type: 'callin.take', member: of, takeOver })
}
function called(of: MemberId) {
  return calledOf(stage.it.callin, of)
}

test('[K1] two operators who ask at once get two different members', () => {
  expect(takeNext(alice)).toMatchObject({ events: [{ member: one }] })
  expect(takeNext(bob)).toMatchObject({ events: [{ member: two }] })
})

test('[K1] asking again keeps who is in hand', () => {
  takeNext()
  expect(takeNext()).toMatchObject({ accepted: true, events: [] })
})

test('[K2] a member in another’s hand is refused with the holder’s name, unless taken over', () => {
  take(one, bob)
  expect(take(one, alice)).toMatchObject({ refusal: { code: 'callin.already-taken', detail: 'Bob Roche' } })
  expect(log(one, 'coming30', { by: alice })).toMatchObject({ refusal: { code: 'callin.already-taken' } })
  expect(take(one, alice, true).accepted).toBe(true)
  expect(log(one, 'coming30', { by: bob })).toMatchObject({ refusal: { code: 'callin.already-taken' } })
})

test('[K3] taking another lets the first go', () => {
  take(one, alice)
  expect(take(two, alice)).toMatchObject({
    events: [
      { type: 'callin.released', member: one },
      { type: 'callin.taken', member: two },
    ],
  })
  expect(called(one).taken).toBeNull()
  expect(heldBy(stage.it.callin, alice.id)).toBe(two)
})

test('[K4] an answer lets the member go and brings the next one in the same act', () => {
  takeNext()
  expect(log(one, 'coming60', { next: true })).toMatchObject({
    events: [
      {
        type: 'callin.logged',
        outcome: 'coming60',
        expectedAt: t0 + 60 * minute,
        phone: { nth: 0, kind: 'mobile' },
      },
      { type: 'callin.taken', member: two },
    ],
  })
  expect(called(one)).toMatchObject({ taken: null, stand: { is: 'coming', expectedAt: t0 + 60 * minute } })
})

test('[K5] a wrong number keeps the member in hand while another number is left', () => {
  takeNext()
  expect(log(one, 'wrongNumber', { phone: 0, next: true })).toMatchObject({
    events: [{ type: 'callin.logged' }, { type: 'callin.taken', member: one }],
  })
  expect(log(one, 'wrongNumber', { phone: 1, next: true })).toMatchObject({
    events: [{ type: 'callin.logged' }, { type: 'callin.taken', member: two }],
  })
  expect(log(two, 'wrongNumber', { phone: null })).toMatchObject({
    refusal: { code: 'callin.phone-needed', field: 'phone' },
  })
  expect(log(two, 'busy', { phone: 4 })).toMatchObject({ refusal: { code: 'callin.unknown-phone' } })
})

test('[K6] a late answer counts, whoever takes it down, and leaves who is in hand in hand', () => {
  log(one, 'unavailable')
  take(two, bob)
  expect(log(one, 'coming30', { by: bob, phone: null, next: true })).toMatchObject({
    events: [{ type: 'callin.logged', outcome: 'coming30', phone: null }],
  })
  expect(called(one).stand.is).toBe('coming')
  expect(heldBy(stage.it.callin, bob.id)).toBe(two)
})

test('[K7] a missed call takes nothing back from what was said before', () => {
  log(one, 'coming30')
  log(one, 'voicemail')
  expect(called(one).stand.is).toBe('coming')
  expect(called(one).tries).toHaveLength(2)
})

test('[K8] one’s own last deed is taken back for a minute, and the member comes back into the hand', () => {
  takeNext()
  log(one, 'unavailable', { next: true })
  stage.now += minute
  expect(stage.does(bob, { type: 'callin.undo', member: one })).toMatchObject({
    refusal: { code: 'callin.too-late-to-undo' },
  })
  expect(stage.does(alice, { type: 'callin.undo', member: one })).toMatchObject({
    events: [
      { type: 'callin.released', member: two },
      { type: 'callin.undone', member: one, deed: 'logged' },
    ],
  })
  expect(called(one)).toMatchObject({ stand: { is: 'notReached' }, tries: [], taken: { by: alice.id } })
})

test('[K8] after a minute a deed stands', () => {
  log(one, 'unavailable')
  stage.now += minute + 1
  expect(stage.does(alice, { type: 'callin.undo', member: one })).toMatchObject({
    refusal: { code: 'callin.too-late-to-undo' },
  })
})

test('[K8] undoing never puts two people on one post', () => {
  stage.does(alice, { type: 'callin.seat', member: one, post: 1 })
  stage.does(alice, { type: 'callin.leave', member: one })
  stage.does(alice, { type: 'callin.seat', member: two, post: 1 })
  expect(stage.does(alice, { type: 'callin.undo', member: one })).toMatchObject({
    refusal: { code: 'callin.post-taken' },
  })
})

test('[K9] one post, one person; a break leaves it free; posts end at what is to cover', () => {
  expect(stage.does(alice, { type: 'callin.seat', member: one, post: 5 })).toMatchObject({
    refusal: { code: 'callin.unknown-post', detail: '4' },
  })
  stage.does(alice, { type: 'callin.seat', member: one, post: 1 })
  expect(stage.does(alice, { type: 'callin.seat', member: two, post: 1 })).toMatchObject({
    refusal: { code: 'callin.post-taken', detail: 'Camille Nom0001' },
  })
  stage.does(alice, { type: 'callin.break', member: one })
  expect(stage.does(alice, { type: 'callin.seat', member: two, post: 1 }).accepted).toBe(true)
})

test('[K10] who is on site is not called, and cannot leave twice', () => {
  stage.does(alice, { type: 'callin.arrive', member: one })
  expect(take(one, alice)).toMatchObject({ refusal: { code: 'callin.already-present' } })
  expect(log(one, 'coming30')).toMatchObject({ refusal: { code: 'callin.already-present' } })
  stage.does(alice, { type: 'callin.leave', member: one })
  expect(stage.does(alice, { type: 'callin.leave', member: one })).toMatchObject({
    refusal: { code: 'callin.not-present' },
  })
})

test('[K10] letting in who is being called takes them out of the operator’s hand', () => {
  take(one, bob)
  stage.does(alice, { type: 'callin.arrive', member: one })
  expect(heldBy(stage.it.callin, bob.id)).toBeNull()
})

test('[K11] struck off the pool in the middle of a crisis, a member still goes home', () => {
  stage.does(alice, { type: 'callin.arrive', member: one })
  stage.does(alice, { type: 'roster.remove', id: one })
  expect(stage.does(alice, { type: 'callin.leave', member: one }).accepted).toBe(true)
  expect(stage.does(alice, { type: 'callin.arrive', member: one })).toMatchObject({
    refusal: { code: 'callin.unknown-member' },
  })
})

test('[K12] after closure people leave and nobody is called', () => {
  stage.does(alice, { type: 'callin.arrive', member: one })
  stage.does(alice, { type: 'activation.close', reason: 'décrue' })
  expect(takeNext()).toMatchObject({ refusal: { code: 'crisis.closed' } })
  expect(stage.does(alice, { type: 'callin.leave', member: one }).accepted).toBe(true)
})

test('[K13] exercise control calls in an exercise and never in a real crisis', () => {
  const control = player(3, 'exerciseControl')
  expect(stage.does(control, { type: 'callin.takeNext' }).accepted).toBe(true)
  stage.open({ kind: 'real' })
  expect(stage.does(control, { type: 'callin.takeNext' })).toMatchObject({
    refusal: { code: 'command.exercise-only' },
  })
  const both = player(4, 'exerciseControl', 'switchboard')
  expect(stage.does(both, { type: 'callin.takeNext' }).accepted).toBe(true)
})

test('[K14] “later” needs a time that is still ahead', () => {
  const later = (from: number) =>
    stage.does(alice, {
      type: 'callin.log',
      member: three,
      phone: 0,
      result: { outcome: 'later', from },
      next: false,
    })
  expect(later(t0 - 10 * minute)).toMatchObject({
    refusal: { code: 'callin.time-past', field: 'result.from' },
  })
  expect(later(t0 + 10 * minute)).toMatchObject({ events: [{ expectedAt: t0 + 10 * minute }] })
})
