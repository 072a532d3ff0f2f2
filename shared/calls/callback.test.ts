import { expect, test } from 'vitest'
import { callbacksDue, findSheet } from '#shared/calls/select.ts'
import { SheetId } from '#shared/lib/id.ts'
import { hour, minute } from '#shared/lib/time.ts'
import { logCall, odile } from '../../test/support/sheets.ts'
import { alice, bob, carla, idAt, t0, World } from '../../test/support/world.ts'

const sheet = SheetId.parse(idAt(0x100))
const take = { type: 'calls.takeCallback', sheet } as const
const release = { type: 'calls.releaseCallback', sheet } as const
const reached = { type: 'calls.closeCallback', sheet, result: { kind: 'reached' }, note: 'rassurée' } as const

/** Alice has promised Odile to call back within the hour. */
function promisedWorld(): World {
  const room = new World([alice, bob, carla])
  room.do({
    command: logCall({ personal: odile, callback: { dueAt: t0 + hour } }),
    by: alice,
    after: 0,
    id: sheet,
  })
  return room
}

test('[C11] a call-back is taken by one person; the second learns by whom', () => {
  const room = promisedWorld()
  expect(room.do({ command: take, by: bob })).toMatchObject({ events: [{ type: 'calls.callbackTaken' }] })
  expect(room.do({ command: take, by: alice })).toMatchObject({
    refusal: { code: 'calls.callback-taken', detail: 'Bob Petit' },
  })
  expect(room.do({ command: reached, by: alice })).toMatchObject({
    refusal: { code: 'calls.callback-taken' },
  })
  expect(room.do({ command: take, by: bob })).toMatchObject({ events: [] })
})

test('[C11] its holder or a lead puts it back', () => {
  const room = promisedWorld()
  room.do({ command: take, by: bob })
  expect(room.do({ command: release, by: alice })).toMatchObject({ accepted: false })
  room.do({ command: release, by: carla })
  expect(findSheet(room.slice.calls, sheet)?.callback?.status).toEqual({ kind: 'waiting' })
})

test('[C12] no answer promises it again for later and counts the attempt', () => {
  const room = promisedWorld()
  const dueAt = t0 + 2 * hour
  const noAnswer = { ...reached, result: { kind: 'noAnswer', dueAt }, note: null } as const
  room.do({ command: noAnswer, by: bob, after: hour })
  expect(callbacksDue(room.slice.calls)).toMatchObject([
    {
      id: sheet,
      callback: { dueAt, attempts: 1, lastAttemptAt: t0 + hour, status: { kind: 'waiting' } },
    },
  ])
  const past = { ...noAnswer, result: { kind: 'noAnswer', dueAt: t0 } } as const
  expect(room.do({ command: past, by: bob, after: 3 * hour })).toMatchObject({
    refusal: { code: 'calls.callback-date' },
  })
})

test('[C13] once reached or called off it leaves the list, and its sheet joins the last ones', () => {
  const room = promisedWorld()
  room.do({ command: take, by: bob })
  room.do({ command: reached, by: bob })
  expect(callbacksDue(room.slice.calls)).toEqual([])
  expect(room.slice.calls.open).toEqual([])
  expect(room.slice.calls.closed).toMatchObject([
    {
      id: sheet,
      callback: { status: { kind: 'reached', by: bob.id } },
      personal: { callbackNote: 'rassurée' },
    },
  ])
  expect(room.do({ command: take, by: alice })).toMatchObject({ refusal: { code: 'calls.no-callback' } })
})

test('[C14] call-backs are listed by when they are due', () => {
  const room = new World([alice])
  for (const [n, due] of [30, 10, 20].entries()) {
    const callback = { dueAt: t0 + due * minute }
    room.do({ command: logCall({ personal: odile, callback }), by: alice, id: idAt(0x100 + n), after: n })
  }
  expect(callbacksDue(room.slice.calls).map(({ id }) => id)).toEqual([idAt(0x101), idAt(0x102), idAt(0x100)])
})

test('[C13] promised call-backs are still kept after closure', () => {
  const room = promisedWorld()
  room.do({ command: { type: 'activation.close', reason: 'fin' }, by: carla })
  expect(room.do({ command: take, by: bob })).toMatchObject({ accepted: true })
  expect(room.do({ command: reached, by: bob })).toMatchObject({ accepted: true })
})
