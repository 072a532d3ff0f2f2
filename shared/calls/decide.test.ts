import { expect, test } from 'vitest'
import { parseEnvelope } from '#shared/command.ts'
import type { CorrectCall } from '#shared/calls/commands.ts'
import { findSheet, sheetNeededBy } from '#shared/calls/select.ts'
import { day, hour, minute } from '#shared/lib/time.ts'
import { commandId, sheetId, t0, urgentId } from '../../test/support/drafts.ts'
import { alice, bob, carla, content, logCall, odile } from '../../test/support/sheets.ts'
import { player, Stage } from '../../test/support/stage.ts'

const sheet = sheetId(0x100)
const other = sheetId(0x200)

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
  const room = Stage.inCrisis()
  room.now += minute
  room.does(alice, logCall(), { id: sheet })
  expect(findSheet(room.it.calls, sheet)).toMatchObject({
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
  const [first, second] = [Stage.inCrisis(), Stage.inCrisis()]
  const decisions = [first, second].map((room) => room.does(alice, logCall(), { id: sheet }))
  expect(decisions[0]).toEqual(decisions[1])
})

test('[C2] a sheet typed in from paper keeps the true time of the call', () => {
  const room = Stage.inCrisis()
  const startedAt = t0 + 5 * minute
  room.now += 3 * hour
  room.does(alice, logCall({ content: content({ startedAt }) }), { id: sheet })
  expect(findSheet(room.it.calls, sheet)).toMatchObject({
    loggedAt: t0 + 3 * hour,
    content: { startedAt },
  })
})

test('[C2] a call cannot begin in the future, nor long before the crisis', () => {
  const room = Stage.inCrisis()
  for (const [startedAt, code] of [
    [t0 + 10 * minute, 'calls.in-future'],
    [t0 - day - 1, 'calls.before-crisis'],
  ] as const) {
    expect(room.does(alice, logCall({ content: content({ startedAt }) }))).toMatchObject({
      refusal: { code, field: 'content.startedAt' },
    })
  }
})

test('[C3] after closure only calls from before it are still logged', () => {
  const room = Stage.inCrisis()
  room.now += hour
  room.does(carla, { type: 'activation.close', reason: 'fin' })
  const late = logCall({ content: content({ startedAt: t0 + 2 * hour }) })
  room.now += 2 * hour
  expect(room.does(alice, late)).toMatchObject({
    refusal: { code: 'calls.after-closure' },
  })
  expect(room.does(alice, logCall())).toMatchObject({ accepted: true })
})

test('[C4] a call-back is promised only with a number and a sensible time', () => {
  const room = Stage.inCrisis()
  const callback = { dueAt: t0 + hour }
  expect(room.does(alice, logCall({ callback }))).toMatchObject({
    refusal: { code: 'calls.callback-without-phone', field: 'personal.caller.phone' },
  })
  for (const dueAt of [t0 - 1, t0 + 30 * day]) {
    expect(room.does(alice, logCall({ callback: { dueAt }, personal: odile }))).toMatchObject({
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
  expect(Stage.inCrisis().does(alice, command)).toMatchObject({
    refusal: { code: 'calls.sought-not-allowed', field: 'personal.sought' },
  })
  expect(Stage.inCrisis({ novi: true }).does(alice, command)).toMatchObject({ accepted: true })
  const relative = { ...command, content: content({ reason: 'missingRelative.onSite' }) } as const
  expect(Stage.inCrisis().does(alice, relative)).toMatchObject({ accepted: true })
})

test('[C6] two people who save related sheets at the same instant keep both, linked', () => {
  const room = Stage.inCrisis()
  room.does(carla, logCall(), { id: sheet })
  room.now += 10
  room.does(alice, logCall({ linkedTo: sheet }), { id: sheetId(0x301) })
  room.does(bob, logCall({ linkedTo: sheet }), { id: sheetId(0x302) })
  expect(findSheet(room.it.calls, sheet)?.links).toEqual([sheetId(0x301), sheetId(0x302)])
  expect(findSheet(room.it.calls, sheetId(0x301))?.links).toEqual([sheet])
})

test('[C6] a link to a sheet nobody knows does not lose the call', () => {
  const room = Stage.inCrisis()
  expect(room.does(alice, logCall({ linkedTo: other }), { id: sheet })).toMatchObject({
    accepted: true,
  })
  expect(findSheet(room.it.calls, sheet)?.links).toEqual([])
})

test('[C6] two sheets are linked once, and never one with itself', () => {
  const room = Stage.inCrisis()
  room.does(alice, logCall(), { id: sheet })
  room.does(bob, logCall(), { id: other })
  const link = { type: 'calls.link', sheet, other } as const
  expect(room.does(bob, link)).toMatchObject({ events: [{ type: 'calls.linked' }] })
  expect(room.does(bob, link)).toMatchObject({ events: [] })
  expect(room.does(bob, { ...link, other: sheet })).toMatchObject({
    refusal: { code: 'calls.link-to-itself' },
  })
})

test('[C7] a sheet is corrected by its author or a lead, whole, with one more revision', () => {
  const room = Stage.inCrisis()
  room.does(alice, logCall({ personal: odile }), { id: sheet })
  expect(room.does(bob, correction())).toMatchObject({
    refusal: { code: 'calls.not-your-sheet' },
  })
  room.does(alice, correction())
  room.now += minute
  room.does(carla, correction({ revision: 2, content: content({ outcome: 'cutOff' }) }))
  expect(findSheet(room.it.calls, sheet)).toMatchObject({
    revision: 3,
    by: alice.id,
    corrected: { by: carla.id, at: room.now },
    content: { outcome: 'cutOff' },
  })
})

test('[C7] a correction of a sheet corrected meanwhile is refused and says by whom', () => {
  const room = Stage.inCrisis()
  room.welcome(carla, 'Carla Simon')
  room.does(alice, logCall({ personal: odile }), { id: sheet })
  room.does(carla, correction())
  expect(room.does(alice, correction())).toMatchObject({
    refusal: { code: 'calls.corrected-meanwhile', detail: 'Carla Simon' },
  })
})

test('[C8] a sheet that has left the live state is corrected from the register’s record', () => {
  const [room, later] = [Stage.inCrisis(), Stage.inCrisis()]
  room.does(alice, logCall({ personal: odile }), { id: sheet })
  const record = findSheet(room.it.calls, sheet)
  expect(sheetNeededBy(correction())).toBe(sheet)
  expect(later.does(alice, correction())).toMatchObject({
    refusal: { code: 'calls.unknown-sheet', field: 'sheet' },
  })
  later.does(alice, correction({ callback: { dueAt: t0 + hour } }), { record })
  expect(findSheet(later.it.calls, sheet)).toMatchObject({
    revision: 2,
    personal: { caller: { phone: '+33612345678' } },
    callback: { dueAt: t0 + hour, status: { kind: 'waiting' } },
  })
})

test('[C8] another sheet’s record is not taken for the one that was asked', () => {
  const room = Stage.inCrisis()
  room.does(alice, logCall(), { id: other })
  const record = findSheet(room.it.calls, other)
  expect(Stage.inCrisis().does(alice, correction(), { record })).toMatchObject({
    refusal: { code: 'calls.unknown-sheet' },
  })
})

test('[C9] who may log and who may acknowledge is the policy’s to say', () => {
  const room = Stage.inCrisis()
  expect(room.does(player(4, 'comms'), logCall())).toMatchObject({ refusal: { code: 'command.forbidden' } })
  room.does(alice, { type: 'calls.raiseUrgent', commune: null }, { id: sheet })
  expect(room.does(alice, { type: 'calls.acknowledgeUrgent', urgent: urgentId(1) })).toMatchObject({
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
  ['control character', { personal: { ...odile, note: 'a\u0007b' } }, 'personal.note'],
  ['100,000 characters', { personal: { ...odile, note: 'x'.repeat(100_000) } }, 'personal.note'],
  ['seconds', { content: { ...content(), seconds: -1 } }, 'content.seconds'],
])('[C10] a wrong %s is refused naming the field', (_, changes, field) => {
  const command = { ...logCall(), ...changes }
  expect(parseEnvelope({ id: sheet, crisis: commandId(1), command })).toMatchObject({ ok: false, field })
})

test('[U320] nothing is said any more of somebody who is erased: their sheet’s facts are put right, and its call-back is closed', () => {
  const room = Stage.inCrisis()
  room.does(alice, logCall({ personal: odile, callback: { dueAt: t0 + hour } }), { id: sheet })
  room.does(player(4, 'admin'), { type: 'privacy.erase', subject: sheet, reason: 'demande' })
  const refused = { refusal: { code: 'calls.erased' } }
  expect(room.does(alice, correction({ personal: odile }))).toMatchObject(refused)
  const closing = { type: 'calls.closeCallback', sheet, result: { kind: 'reached' } } as const
  expect(room.does(alice, { ...closing, note: 'Odile va bien' })).toMatchObject(refused)
  expect(room.does(alice, correction({ personal: null }))).toMatchObject({ accepted: true })
  expect(room.does(alice, { ...closing, note: null })).toMatchObject({ accepted: true })
})
