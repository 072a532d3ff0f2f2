import { expect, test } from 'vitest'
import {
  draftFrom,
  draftOf,
  emptyDraft,
  isBlank,
  togglePart,
  withPart,
  type Draft,
} from '#client/calls/draft.ts'
import { recordDraft } from '#client/calls/record-draft.ts'
import { findSheet } from '#shared/calls/select.ts'
import { CrisisId } from '#shared/lib/id.ts'
import { hour, minute } from '#shared/lib/time.ts'
import { commandId, sheetId, t0 } from '../../test/support/drafts.ts'
import { alice, content, logCall, odile, odilesPhone } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

const sheet = sheetId(0x100)
const owner = {
  id: sheet as Draft['id'],
  crisis: CrisisId.parse(commandId(1)),
  person: alice.id,
  madeAt: t0,
}
const quick: Draft = {
  ...emptyDraft(owner),
  startedAt: t0,
  theme: 'mobility',
  reason: 'mobility.roadClosed',
  outcome: 'answered',
}
const reading = { phone: null, now: t0 + 2 * minute }

test('[C1] reason and outcome are a sheet; its length is the clock’s', () => {
  expect(recordDraft(quick, reading)).toEqual({
    ok: true,
    command: logCall({ content: content({ seconds: 120, commune: null }) }),
  })
})

test('[C1] what is missing is named in the order the hand meets it', () => {
  expect(recordDraft({ ...quick, reason: null, outcome: null }, reading)).toEqual({
    ok: false,
    problem: 'reason',
  })
  expect(recordDraft({ ...quick, outcome: null }, reading)).toEqual({ ok: false, problem: 'outcome' })
  const promised = withPart(quick, 'callback')
  expect(recordDraft(promised, reading)).toEqual({ ok: false, problem: 'phoneMissing' })
  expect(recordDraft(promised, { ...reading, phone: 'unreadable' })).toEqual({ ok: false, problem: 'phone' })
  expect(recordDraft(promised, { ...reading, phone: odilesPhone })).toEqual({ ok: false, problem: 'dueAt' })
  const passed = withPart(quick, 'upward')
  expect(recordDraft(passed, reading)).toEqual({ ok: false, problem: 'upwardFact' })
  const placeless = { ...passed, upward: { ...passed.upward, fact: 'Pont fermé' } }
  expect(recordDraft(placeless, reading)).toEqual({ ok: false, problem: 'upwardPlace' })
  expect(recordDraft(withPart(quick, 'sought'), reading)).toEqual({ ok: false, problem: 'soughtName' })
})

test('[C2] a sheet from paper has a true start and no length', () => {
  const recorded = recordDraft({ ...quick, startedAt: t0 - hour, isFromPaper: true }, reading)
  expect(recorded).toMatchObject({ command: { content: { startedAt: t0 - hour, seconds: null } } })
})

test('[U243] a sheet whose true start is not a time is not recorded under another', () => {
  const recorded = recordDraft({ ...quick, startedAt: null, isFromPaper: true }, reading)
  expect(recorded).toEqual({ ok: false, problem: 'startedAt' })
})

test('[C1] a part closed again is not recorded', () => {
  const opened = { ...withPart(quick, 'caller'), caller: { ...quick.caller, name: 'Odile Garnier' } }
  expect(recordDraft(opened, reading)).toMatchObject({
    command: { personal: { caller: { name: 'Odile Garnier' } } },
  })
  expect(recordDraft(togglePart(opened, 'caller'), reading)).toMatchObject({ command: { personal: null } })
})

test('[C7] a correction starts from the whole sheet and names the version it read', () => {
  const room = Stage.inCrisis()
  const upward = { fact: 'Pont submergé', place: 'Persan', seenAt: null, firstHand: false }
  const logged = logCall({ content: content({ upward }), personal: odile })
  room.does(alice, logged, { id: sheet })
  const found = findSheet(room.it.calls, sheet)
  if (found === null) throw new Error('not logged')
  expect(recordDraft(draftOf(found, owner), { ...reading, phone: odilesPhone })).toEqual({
    ok: true,
    command: {
      type: 'calls.correct',
      sheet,
      revision: 1,
      content: logged.content,
      callback: null,
      personal: odile,
    },
  })
})

test('[C7] a refused sheet comes back as it was said', () => {
  const said = logCall({ personal: odile, callback: { dueAt: t0 + hour }, linkedTo: sheet })
  const again = recordDraft(draftFrom(said, owner), { ...reading, phone: odilesPhone })
  expect(again).toEqual({ ok: true, command: said })
})

test('[C7] a refused correction comes back as it was said, on the version it had read', () => {
  const { content, personal } = logCall({ personal: odile })
  const said = { type: 'calls.correct', sheet, revision: 3, content, callback: null, personal } as const
  const again = recordDraft(draftFrom(said, owner), { ...reading, phone: odilesPhone })
  expect(again).toEqual({ ok: true, command: said })
})

test('[C1] a draft nobody has touched is not kept', () => {
  expect(isBlank(emptyDraft(owner))).toBe(true)
  expect(isBlank({ ...emptyDraft(owner), startedAt: t0 })).toBe(true)
  expect(isBlank(quick)).toBe(false)
  expect(isBlank({ ...emptyDraft(owner), note: 'pleure' })).toBe(false)
})
