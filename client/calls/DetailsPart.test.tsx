import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { DetailsPart } from '#client/calls/DetailsPart.tsx'
import { emptyDraft, type Draft } from '#client/calls/draft.ts'
import { recordDraft } from '#client/calls/record-draft.ts'
import { CrisisId } from '#shared/lib/id.ts'
import { minute } from '#shared/lib/time.ts'
import { commandId, sheetId, t0 } from '../../test/support/drafts.ts'
import { alice } from '../../test/support/sheets.ts'

afterEach(cleanup)

const id = sheetId(0x100) as Draft['id']
const running: Draft = {
  ...emptyDraft({ id, crisis: CrisisId.parse(commandId(1)), person: alice.id, madeAt: t0 }),
  startedAt: t0,
  reason: 'mobility.roadClosed',
  outcome: 'answered',
}
let draft = running

function Desk() {
  const [now, setNow] = useState(running)
  const change = (changes: Partial<Draft>) => {
    draft = { ...now, ...changes }
    setNow(draft)
  }
  return <DetailsPart draft={now} problem={null} onChange={change} />
}

test('[U300] a true start that is emptied gives the call its own clock back', async () => {
  render(<Desk />)
  const field = screen.getByLabelText(/^Heure réelle/)
  await userEvent.clear(field)
  await userEvent.type(field, '9h')
  expect(draft).toMatchObject({ isFromPaper: true })
  await userEvent.clear(field)
  expect(draft).toMatchObject({ startedAt: t0, isFromPaper: false })
  const recorded = recordDraft(draft, { phone: null, now: t0 + 2 * minute })
  expect(recorded).toMatchObject({ ok: true, command: { content: { startedAt: t0, seconds: 120 } } })
})
