import { expect, test } from 'vitest'
import { callbacksDue, findSheet } from '#shared/calls/select.ts'
import { hour, minute } from '#shared/lib/time.ts'
import { sheetId, t0 } from '../../test/support/drafts.ts'
import { alice, bob, carla, logCall, odile } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

const sheet = sheetId(0x100)
const take = { type: 'calls.takeCallback', sheet } as const
const release = { type: 'calls.releaseCallback', sheet } as const
const reached = { type: 'calls.closeCallback', sheet, result: { kind: 'reached' }, note: 'rassurée' } as const

/** Alice has promised Odile to call back within the hour. */
function promised(): Stage {
  const room = Stage.inCrisis()
  room.does(alice, logCall({ personal: odile, callback: { dueAt: t0 + hour } }), { id: sheet })
  return room
}

test('[C11] a call-back is taken by one person; the second learns by whom', () => {
  const room = promised()
  room.welcome(bob, 'Bob Petit')
  expect(room.does(bob, take)).toMatchObject({ events: [{ type: 'calls.callbackTaken' }] })
  expect(room.does(alice, take)).toMatchObject({
    refusal: { code: 'calls.callback-taken', detail: 'Bob Petit' },
  })
  expect(room.does(alice, reached)).toMatchObject({
    refusal: { code: 'calls.callback-taken' },
  })
  expect(room.does(bob, take)).toMatchObject({ events: [] })
})

test('[C11] its holder or a lead puts it back', () => {
  const room = promised()
  room.does(bob, take)
  expect(room.does(alice, release)).toMatchObject({ accepted: false })
  room.does(carla, release)
  expect(findSheet(room.it.calls, sheet)?.callback?.status).toEqual({ kind: 'waiting' })
})

test('[C12] no answer promises it again for later and counts the attempt', () => {
  const room = promised()
  const dueAt = t0 + 2 * hour
  const noAnswer = { ...reached, result: { kind: 'noAnswer', dueAt }, note: null } as const
  room.now += hour
  room.does(bob, noAnswer)
  expect(callbacksDue(room.it.calls)).toMatchObject([
    {
      id: sheet,
      callback: { dueAt, attempts: 1, lastAttemptAt: t0 + hour, status: { kind: 'waiting' } },
    },
  ])
  const past = { ...noAnswer, result: { kind: 'noAnswer', dueAt: t0 } } as const
  room.now += 2 * hour
  expect(room.does(bob, past)).toMatchObject({
    refusal: { code: 'calls.callback-date' },
  })
})

test('[C13] once reached or called off it leaves the list, and its sheet joins the last ones', () => {
  const room = promised()
  room.does(bob, take)
  room.does(bob, reached)
  expect(callbacksDue(room.it.calls)).toEqual([])
  expect(room.it.calls.open).toEqual([])
  expect(room.it.calls.closed).toMatchObject([
    {
      id: sheet,
      callback: { status: { kind: 'reached', by: bob.id } },
      personal: { callbackNote: 'rassurée' },
    },
  ])
  expect(room.does(alice, take)).toMatchObject({ refusal: { code: 'calls.no-callback' } })
})

test('[C14] call-backs are listed by when they are due', () => {
  const room = Stage.inCrisis()
  for (const [n, due] of [30, 10, 20].entries()) {
    const callback = { dueAt: t0 + due * minute }
    room.does(alice, logCall({ personal: odile, callback }), { id: sheetId(0x100 + n) })
  }
  expect(callbacksDue(room.it.calls).map(({ id }) => id)).toEqual([
    sheetId(0x101),
    sheetId(0x102),
    sheetId(0x100),
  ])
})

test('[C13] promised call-backs are still kept after closure', () => {
  const room = promised()
  room.does(carla, { type: 'activation.close', reason: 'fin' })
  expect(room.does(bob, take)).toMatchObject({ accepted: true })
  expect(room.does(bob, reached)).toMatchObject({ accepted: true })
})
