import { renderHook } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { rememberOwn, useUnmasked } from '#client/calls/own-sheets.ts'
import { dropKeys } from '#client/lib/keyring.ts'
import { tellErased } from '#client/sync/erasures.ts'
import { findSheet } from '#shared/calls/select.ts'
import type { Sheet } from '#shared/calls/state.ts'
import { commandId, sheetId } from '../../test/support/drafts.ts'
import { seat } from '../../test/support/seat.ts'
import { alice, logCall, odile } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

let masked: Sheet

const shown = (sheet: Sheet) => renderHook(useUnmasked).result.current(sheet).personal?.caller?.name

beforeEach(() => {
  dropKeys()
  const stage = Stage.inCrisis()
  stage.does(alice, logCall({ personal: odile }), { id: commandId(7) })
  seat(stage, alice)
  const sheet = findSheet(stage.it.calls, sheetId(7))
  const personal = sheet?.personal ?? null
  if (sheet === null || personal === null || personal.caller === null) throw new Error('nobody called')
  masked = { ...sheet, personal: { ...personal, caller: { ...personal.caller, name: 'O. G.' } } }
  rememberOwn(sheet.id, { personal, revision: 1 })
})

test('[U292] a sheet is shown as its author typed it until they leave', () => {
  expect(shown(masked)).toBe('Odile Garnier')
  dropKeys()
  expect(shown(masked)).toBe('O. G.')
})

test('[U293] what was typed is shown for the version it was recorded as, and for no other', () => {
  const by = masked.by
  expect(shown({ ...masked, revision: 2, corrected: { by, at: 0 } })).toBe('O. G.')
  expect(shown({ ...masked, corrected: { by: 'system', at: 0 } })).toBe('O. G.')
  expect(shown({ ...masked, personal: null })).toBeUndefined()
})

test('[X155] what was typed of somebody is kept no longer once they are erased', () => {
  tellErased([sheetId(8)])
  expect(shown(masked)).toBe('Odile Garnier')
  tellErased([masked.id])
  expect(shown(masked)).toBe('O. G.')
})
