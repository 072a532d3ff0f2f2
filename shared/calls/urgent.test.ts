import { expect, test } from 'vitest'
import { openUrgents } from '#shared/calls/select.ts'
import { SheetId } from '#shared/lib/id.ts'
import { logCall, persan } from '../../test/support/sheets.ts'
import { alice, bob, carla, idAt, t0, World } from '../../test/support/world.ts'

const sheet = SheetId.parse(idAt(0x100))
const raise = { type: 'calls.raiseUrgent', sheet, commune: persan } as const
const acknowledge = { type: 'calls.acknowledgeUrgent', sheet } as const
const transfer = { type: 'calls.closeUrgent', sheet, end: { kind: 'transferred', to: '112' } } as const
const mistake = { ...transfer, end: { kind: 'mistake' } } as const

function raisedWorld(): World {
  const room = new World([alice, bob, carla])
  room.do({ command: raise, by: alice, after: 0 })
  return room
}

test('[C15] one key raises it, before there is a sheet; the same key twice changes nothing', () => {
  const room = raisedWorld()
  expect(openUrgents(room.slice.calls)).toEqual([
    { sheet, by: alice.id, raisedAt: t0, commune: persan, acknowledged: null, ended: null },
  ])
  expect(room.do({ command: raise, by: alice })).toMatchObject({ events: [] })
})

test('[C16] a lead’s acknowledgement is recorded with the time it took', () => {
  const room = raisedWorld()
  expect(room.do({ command: acknowledge, by: carla, after: 40_000 })).toMatchObject({
    events: [{ type: 'calls.urgentAcknowledged', sheet, after: 40_000 }],
  })
  expect(room.do({ command: acknowledge, by: carla })).toMatchObject({ events: [] })
})

test('[C17] it stays on the screens until it has ended and a lead has seen it', () => {
  const room = raisedWorld()
  room.do({ command: transfer, by: alice })
  expect(openUrgents(room.slice.calls)).toHaveLength(1)
  room.do({ command: acknowledge, by: carla })
  expect(openUrgents(room.slice.calls)).toEqual([])
})

test('[C17] hit by mistake, it is over at once', () => {
  const room = raisedWorld()
  room.do({ command: mistake, by: alice })
  expect(openUrgents(room.slice.calls)).toEqual([])
})

test('[C18] it is ended by whoever raised it or by a lead', () => {
  const room = raisedWorld()
  expect(room.do({ command: transfer, by: bob })).toMatchObject({
    refusal: { code: 'calls.urgent-not-yours' },
  })
  expect(room.do({ command: transfer, by: carla })).toMatchObject({ accepted: true })
  expect(room.do({ command: { ...transfer, sheet: SheetId.parse(idAt(9)) }, by: carla })).toMatchObject({
    refusal: { code: 'calls.unknown-urgent' },
  })
})

test('[C19] its sheet stays open as long as it runs, logged before or after', () => {
  const room = raisedWorld()
  room.do({ command: logCall(), by: alice, id: sheet })
  expect(room.slice.calls.open).toMatchObject([{ id: sheet }])
  room.do({ command: transfer, by: alice })
  room.do({ command: acknowledge, by: carla })
  expect(room.slice.calls.open).toEqual([])
  expect(room.slice.calls.closed).toMatchObject([{ id: sheet }])
  room.do({ command: raise, by: bob })
  expect(room.slice.calls.open).toMatchObject([{ id: sheet }])
})
