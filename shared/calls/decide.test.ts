import { expect, test } from 'vitest'
import { parseEnvelope } from '#shared/command.ts'
import type { CorrectCall } from '#shared/calls/commands.ts'
import { findSheet, sheetNeededBy } from '#shared/calls/select.ts'
import { SheetId } from '#shared/lib/id.ts'
import { day, hour, minute } from '#shared/lib/time.ts'
import { content, logCall, odile } from '../../test/support/sheets.ts'
import { alice, bob, carla, denis, idAt, t0, World } from '../../test/support/world.ts'

const sheet = SheetId.parse(idAt(0x100))
const other = SheetId.parse(idAt(0x200))

function world(options?: ConstructorParameters<typeof World>[1]): World {
  return new World([alice, bob, carla, denis], options)
}

function correction(changes: Partial<Omit<CorrectCall, 'type'>> = {}): CorrectCall {
  return {
    type: 'calls.correct',
    sheet,
    revision: 1,
    content: content({ outcome: 'redirected' }),
    callback: null,
    personal: odile,
    ...changes,
  }
}

test('[C1] a quick sheet says who, when, why, where and how it ended, and nothing personal', () => {
  const room = world()
  room.do({ command: logCall(), by: alice, id: sheet })
  expect(findSheet(room.slice.calls, sheet)).toMatchObject({
    id: sheet,
    by: alice.id,
    loggedAt: room.now,
    revision: 1,
    talkingPoints: 0,
    sealed: false,
    personal: null,
  })
})

test('[C1] a sheet belongs to its command: the same id makes the same sheet', () => {
  const [first, second] = [world(), world()]
  const decisions = [first, second].map((room) => room.do({ command: logCall(), by: alice, id: sheet }))
  expect(decisions[0]).toEqual(decisions[1])
})

test('[C2] a sheet typed in from paper keeps the true time of the call', () => {
  const room = world()
  const startedAt = t0 + 5 * minute
  room.do({ command: logCall({ content: content({ startedAt }) }), by: alice, after: 3 * hour, id: sheet })
  expect(findSheet(room.slice.calls, sheet)).toMatchObject({
    loggedAt: t0 + 3 * hour,
    content: { startedAt },
  })
})

test('[C2] a call cannot begin in the future, nor long before the crisis', () => {
  const room = world()
  for (const [startedAt, code] of [
    [t0 + 10 * minute, 'calls.in-future'],
    [t0 - day - 1, 'calls.before-crisis'],
  ] as const) {
    expect(room.do({ command: logCall({ content: content({ startedAt }) }), by: alice })).toMatchObject({
      refusal: { code, field: 'content.startedAt' },
    })
  }
})

test('[C3] after closure only calls from before it are still logged', () => {
  const room = world()
  room.do({ command: { type: 'activation.close', reason: 'fin' }, by: carla, after: hour })
  const late = logCall({ content: content({ startedAt: t0 + 2 * hour }) })
  expect(room.do({ command: late, by: alice, after: 3 * hour })).toMatchObject({
    refusal: { code: 'calls.after-closure' },
  })
  expect(room.do({ command: logCall(), by: alice, after: 3 * hour })).toMatchObject({ accepted: true })
})

test('[C4] a call-back is promised only with a number and a sensible time', () => {
  const room = world()
  const callback = { dueAt: t0 + hour }
  expect(room.do({ command: logCall({ callback }), by: alice })).toMatchObject({
    refusal: { code: 'calls.callback-without-phone', field: 'personal.caller.phone' },
  })
  for (const dueAt of [t0 - 1, t0 + 30 * day]) {
    expect(room.do({ command: logCall({ callback: { dueAt }, personal: odile }), by: alice })).toMatchObject({
      refusal: { code: 'calls.callback-date', field: 'callback.dueAt' },
    })
  }
})

test('[C5] a person sought is described only in a crisis with many victims or for a relative', () => {
  const sought = {
    name: 'Jean Garnier',
    bornOrAge: '1961',
    sex: 'male',
    nationality: null,
    relation: 'mari',
    lastContact: null,
    description: null,
    declaredElsewhere: null,
    status: 'open',
  } as const
  const command = logCall({ personal: { ...odile, sought } })
  expect(world().do({ command, by: alice })).toMatchObject({
    refusal: { code: 'calls.sought-not-allowed', field: 'personal.sought' },
  })
  expect(world({ novi: true }).do({ command, by: alice })).toMatchObject({ accepted: true })
  const relative = { ...command, content: content({ reason: 'missingRelative.onSite' }) } as const
  expect(world().do({ command: relative, by: alice })).toMatchObject({ accepted: true })
})

test('[C6] two people who save related sheets at the same instant keep both, linked', () => {
  const room = world()
  room.do({ command: logCall(), by: carla, id: sheet, after: 0 })
  room.do({ command: logCall({ linkedTo: sheet }), by: alice, id: idAt(0x301), after: 10 })
  room.do({ command: logCall({ linkedTo: sheet }), by: bob, id: idAt(0x302), after: 10 })
  expect(findSheet(room.slice.calls, sheet)?.links).toEqual([idAt(0x301), idAt(0x302)])
  expect(findSheet(room.slice.calls, SheetId.parse(idAt(0x301)))?.links).toEqual([sheet])
})

test('[C6] a link to a sheet nobody knows does not lose the call', () => {
  const room = world()
  expect(room.do({ command: logCall({ linkedTo: other }), by: alice, id: sheet })).toMatchObject({
    accepted: true,
  })
  expect(findSheet(room.slice.calls, sheet)?.links).toEqual([])
})

test('[C6] two sheets are linked once, and never one with itself', () => {
  const room = world()
  room.do({ command: logCall(), by: alice, id: sheet })
  room.do({ command: logCall(), by: bob, id: other })
  const link = { type: 'calls.link', sheet, other } as const
  expect(room.do({ command: link, by: bob })).toMatchObject({ events: [{ type: 'calls.linked' }] })
  expect(room.do({ command: link, by: bob })).toMatchObject({ events: [] })
  expect(room.do({ command: { ...link, other: sheet }, by: bob })).toMatchObject({
    refusal: { code: 'calls.link-to-itself' },
  })
})

test('[C7] a sheet is corrected by its author or a lead, whole, with one more revision', () => {
  const room = world()
  room.do({ command: logCall({ personal: odile }), by: alice, id: sheet })
  expect(room.do({ command: correction(), by: bob })).toMatchObject({
    refusal: { code: 'calls.not-your-sheet' },
  })
  room.do({ command: correction(), by: alice })
  room.do({ command: correction({ revision: 2, content: content({ outcome: 'cutOff' }) }), by: carla })
  expect(findSheet(room.slice.calls, sheet)).toMatchObject({
    revision: 3,
    by: alice.id,
    corrected: { by: carla.id, at: room.now },
    content: { outcome: 'cutOff' },
  })
})

test('[C7] a correction of a sheet corrected meanwhile is refused and says by whom', () => {
  const room = world()
  room.do({ command: logCall({ personal: odile }), by: alice, id: sheet })
  room.do({ command: correction(), by: carla })
  expect(room.do({ command: correction(), by: alice })).toMatchObject({
    refusal: { code: 'calls.corrected-meanwhile', detail: 'Carla Simon' },
  })
})

test('[C8] a sheet that has left the live state is corrected from the register’s record', () => {
  const [room, later] = [world(), world()]
  room.do({ command: logCall({ personal: odile }), by: alice, id: sheet })
  const record = findSheet(room.slice.calls, sheet)
  expect(sheetNeededBy(correction())).toBe(sheet)
  expect(later.do({ command: correction(), by: alice })).toMatchObject({
    refusal: { code: 'calls.unknown-sheet', field: 'sheet' },
  })
  later.do({ command: correction({ callback: { dueAt: t0 + hour } }), by: alice, record })
  expect(findSheet(later.slice.calls, sheet)).toMatchObject({
    revision: 2,
    personal: { caller: { phone: '+33612345678' } },
    callback: { dueAt: t0 + hour, status: { kind: 'waiting' } },
  })
})

test('[C8] another sheet’s record is not taken for the one that was asked', () => {
  const room = world()
  room.do({ command: logCall(), by: alice, id: other })
  const record = findSheet(room.slice.calls, other)
  expect(world().do({ command: correction(), by: alice, record })).toMatchObject({
    refusal: { code: 'calls.unknown-sheet' },
  })
})

test('[C9] who may log and who may acknowledge is the policy’s to say', () => {
  const room = world()
  expect(room.do({ command: logCall(), by: denis })).toMatchObject({ refusal: { code: 'command.forbidden' } })
  room.do({ command: { type: 'calls.raiseUrgent', sheet, commune: null }, by: alice })
  expect(room.do({ command: { type: 'calls.acknowledgeUrgent', sheet }, by: alice })).toMatchObject({
    refusal: { code: 'command.forbidden' },
  })
})

test.each([
  ['reason', { content: { ...content(), reason: 'mobility.nowhere' } }, 'content.reason'],
  [
    'phone',
    { personal: { ...odile, caller: { ...odile.caller, phone: '06 12 😀' } } },
    'personal.caller.phone',
  ],
  ['right-to-left mark', { personal: { ...odile, note: 'a\u202Eb' } }, 'personal.note'],
  ['100,000 characters', { personal: { ...odile, note: 'x'.repeat(100_000) } }, 'personal.note'],
  ['seconds', { content: { ...content(), seconds: -1 } }, 'content.seconds'],
])('[C10] a wrong %s is refused naming the field', (_, changes, field) => {
  const command = { ...logCall(), ...changes }
  expect(parseEnvelope({ id: sheet, crisis: idAt(1), command })).toMatchObject({ ok: false, field })
})
