import { expect, test } from 'vitest'
import { emptyDraft, hasPart, togglePart, withCommune, withOutcome, type Draft } from '#client/calls/draft.ts'
import { CrisisId } from '#shared/lib/id.ts'
import { hour } from '#shared/lib/time.ts'
import { commandId, sheetId, t0 } from '../../test/support/drafts.ts'
import { alice, odilesPhone, persan } from '../../test/support/sheets.ts'

const crisis = CrisisId.parse(commandId(1))
const blank = emptyDraft({ id: sheetId(1) as Draft['id'], crisis, person: alice.id, madeAt: t0 })
const beaumont = { code: '95052', name: 'Beaumont-sur-Oise' }

test('[U371] what only the outcome before it asked for closes with it', () => {
  const promised = withOutcome(blank, 'callbackPromised')
  expect(promised.opened).toEqual(['callback'])
  expect(withOutcome(promised, 'answered').opened).toEqual([])
  expect(withOutcome(promised, 'questionOpened').opened).toEqual(['callback'])
  expect(withOutcome(promised, 'escalated').opened).toEqual(['upward'])
})

test('[U371] an hour that was promised stays promised, and a number that was typed stays on the sheet', () => {
  const promised = {
    ...withOutcome(blank, 'callbackPromised'),
    caller: { ...blank.caller, phone: odilesPhone },
  }
  expect(withOutcome({ ...promised, dueAt: t0 + hour }, 'answered').opened).toEqual(['callback'])
  expect(withOutcome(promised, 'answered').opened).toEqual(['caller'])
  expect(togglePart(promised, 'callback').opened).toEqual(['caller'])
})

test('[U372] the place of what is passed up is the commune that is known, until its author writes another', () => {
  const known = withOutcome(withCommune(blank, persan), 'escalated')
  expect(known.upward.place).toBe('Persan')
  expect(withCommune(known, beaumont).upward.place).toBe('Beaumont-sur-Oise')
  const written = { ...known, upward: { ...known.upward, place: 'Pont de Persan' } }
  expect(withCommune(written, beaumont).upward.place).toBe('Pont de Persan')
  expect(hasPart(withCommune(blank, persan), 'upward')).toBe(false)
})

test('[U372] the commune that is known last is its place too', () => {
  expect(withCommune(withOutcome(blank, 'escalated'), persan).upward.place).toBe('Persan')
})
