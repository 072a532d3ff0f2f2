import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rememberOwn } from '#client/calls/own-sheets.ts'
import { SheetDialog } from '#client/calls/SheetDialog.tsx'
import { dropKeys } from '#client/lib/keyring.ts'
import { audienceOf } from '#shared/access/visibility.ts'
import { findSheet } from '#shared/calls/select.ts'
import type { Sheet } from '#shared/calls/state.ts'
import { maskCrisis } from '#shared/sync/mask.ts'
import { commandId, sheetId } from '../../test/support/drafts.ts'
import { seat } from '../../test/support/seat.ts'
import { alice, carla, logCall, odile } from '../../test/support/sheets.ts'
import { Stage, type Player } from '../../test/support/stage.ts'

let stage: Stage

/** Alice's sheet as the live state gives it to `who`, opened by them. */
function open(who: Player): Sheet {
  const { calls } = maskCrisis(stage.it, audienceOf(who.roles))
  const sheet = findSheet(calls, sheetId(7))
  if (sheet === null) throw new Error('no sheet')
  seat(stage, who)
  render(<SheetDialog sheet={sheet} onClose={() => undefined} />)
  return sheet
}

const registerAnswers = (answer: () => Promise<unknown>) => vi.stubGlobal('fetch', answer)
const correct = () => screen.queryByRole('button', { name: 'Corriger' })

beforeEach(() => {
  dropKeys()
  stage = Stage.inCrisis()
  stage.does(alice, logCall({ personal: odile }), { id: commandId(7) })
  registerAnswers(() => Promise.resolve(new Response('{"code":"register.rebuilding"}', { status: 503 })))
})
afterEach(cleanup)

test('[U294] while the register is away a masked sheet is not corrected: its initials would replace the name', async () => {
  open(alice)
  await screen.findByText(/registre ne répond pas/)
  expect(correct()).toBeNull()
})

test('[U294] it is once read from the register', async () => {
  const sheet = findSheet(stage.it.calls, sheetId(7))
  registerAnswers(() => Promise.resolve(Response.json({ sheet, versions: [] })))
  open(alice)
  expect(await screen.findByRole('button', { name: 'Corriger' })).toBeDefined()
})

test('[U294] without the register it is by who typed it and is still here, and by a lead, who sees it whole', () => {
  seat(stage, alice)
  rememberOwn(sheetId(7), { revision: 1, personal: { ...odile, callbackNote: null } })
  open(alice)
  expect(correct()).not.toBeNull()
  cleanup()
  open(carla)
  expect(correct()).not.toBeNull()
})
