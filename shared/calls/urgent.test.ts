import { expect, test } from 'vitest'
import { findUrgent, openUrgents } from '#shared/calls/select.ts'
import { second } from '#shared/lib/time.ts'
import { sheetId, t0, urgentId } from '../../test/support/drafts.ts'
import { alice, bob, carla, logCall, persan } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

const urgent = urgentId(0x100)
const [sheet, other] = [sheetId(0x200), sheetId(0x201)]
const raise = { type: 'calls.raiseUrgent', commune: persan } as const
const acknowledge = { type: 'calls.acknowledgeUrgent', urgent } as const
const transfer = { type: 'calls.closeUrgent', urgent, end: { kind: 'transferred', to: '112' } } as const
const mistake = { ...transfer, end: { kind: 'mistake' } } as const

function raised(): Stage {
  const room = Stage.inCrisis()
  room.does(alice, raise, { id: urgent })
  return room
}

test('[C15] one key raises it, before there is a sheet, under the id of its command', () => {
  const room = raised()
  expect(openUrgents(room.it.calls)).toEqual([
    { id: urgent, sheet: null, by: alice.id, raisedAt: t0, commune: persan, acknowledged: null, ended: null },
  ])
})

test('[C16] a lead’s acknowledgement is recorded with the time it took', () => {
  const room = raised()
  room.now += 40 * second
  expect(room.does(carla, acknowledge)).toMatchObject({
    events: [{ type: 'calls.urgentAcknowledged', urgent, after: 40_000 }],
  })
  expect(room.does(carla, acknowledge)).toMatchObject({ events: [] })
})

test('[C17] it stays on the screens until it has ended and a lead has seen it', () => {
  const room = raised()
  room.does(alice, transfer)
  expect(openUrgents(room.it.calls)).toHaveLength(1)
  room.does(carla, acknowledge)
  expect(openUrgents(room.it.calls)).toEqual([])
})

test('[C17] hit by mistake, it is over at once', () => {
  const room = raised()
  room.does(alice, mistake)
  expect(openUrgents(room.it.calls)).toEqual([])
})

test('[C18] it is ended by whoever raised it or by a lead', () => {
  const room = raised()
  expect(room.does(bob, transfer)).toMatchObject({
    refusal: { code: 'calls.urgent-not-yours' },
  })
  expect(room.does(carla, transfer)).toMatchObject({ accepted: true })
  expect(room.does(carla, { ...transfer, urgent: urgentId(9) })).toMatchObject({
    refusal: { code: 'calls.unknown-urgent' },
  })
})

test('[C19] its sheet stays open as long as it runs', () => {
  const room = raised()
  room.does(alice, logCall({ urgent }), { id: sheet })
  expect(room.it.calls.open).toMatchObject([{ id: sheet }])
  room.does(alice, transfer)
  room.does(carla, acknowledge)
  expect(room.it.calls.open).toEqual([])
  expect(room.it.calls.closed).toMatchObject([{ id: sheet }])
})

test('[C140] a sheet tells the emergency of whoever raised it, or of a lead; any other call is kept without', () => {
  const room = raised()
  room.does(bob, logCall({ urgent }), { id: other })
  expect(findUrgent(room.it.calls, urgent)).toMatchObject({ sheet: null })
  room.does(alice, logCall({ urgent }), { id: sheet })
  room.does(carla, logCall({ urgent }))
  expect(findUrgent(room.it.calls, urgent)).toMatchObject({ sheet })
  expect(room.it.calls.counters.total).toBe(3)
  const taken = raised()
  taken.does(carla, logCall({ urgent }), { id: sheet })
  expect(findUrgent(taken.it.calls, urgent)).toMatchObject({ sheet })
})
