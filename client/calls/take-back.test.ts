import 'fake-indexeddb/auto'
import { renderHook } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { emptyDraft } from '#client/calls/draft.ts'
import { bringBack, newOwner, openDesk } from '#client/calls/drafts.ts'
import { useRefusalOf } from '#client/calls/refused-drafts.ts'
import '#client/calls/take-back.ts'
import { tellErased } from '#client/sync/erasures.ts'
import { CrisisId } from '#shared/lib/id.ts'
import { commandId, sheetId } from '../../test/support/drafts.ts'
import { seat } from '../../test/support/seat.ts'
import { alice } from '../../test/support/sheets.ts'
import { Stage } from '../../test/support/stage.ts'

const crisis = CrisisId.parse(commandId(1))

test('[U320] each correction that loses its words to one erasure says so', async () => {
  seat(Stage.inCrisis(), alice)
  await openDesk(alice.id, crisis)
  const begun = [7, 8, 9].map((n) => ({
    ...emptyDraft(newOwner({ person: alice.id, crisis })),
    note: 'Odile Garnier rappelle',
    corrects: { sheet: sheetId(n), revision: 1 },
  }))
  for (const draft of begun) await bringBack(draft)
  tellErased([sheetId(7), sheetId(8)])
  const told = () => begun.map(({ id }) => renderHook(() => useRefusalOf(id)).result.current?.code ?? null)
  await vi.waitFor(() => expect(told()).toEqual(['calls.erased', 'calls.erased', null]))
})
