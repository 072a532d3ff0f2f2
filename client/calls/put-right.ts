import { withoutPeople, type Draft } from '#client/calls/draft.ts'
import { newOwner } from '#client/calls/drafts.ts'
import { getJson } from '#client/lib/api.ts'
import { consoleStore } from '#client/sync/console.ts'
import { findSheet } from '#shared/calls/select.ts'
import type { SheetId } from '#shared/lib/id.ts'
import type { Refusal } from '#shared/refusal.ts'
import type { SheetRecord } from '#shared/register/queries.ts'

/**
 * A refused draft, ready to be said again: under another id, since a refused one keeps its refusal. Where its sheet is recorded
 * with other words (one draft in two tabs), these correct it: one call stays one sheet, counted once.
 */
export async function putRight(draft: Draft, sheet: SheetId, refusal: Refusal): Promise<Draft> {
  const again = { ...draft, ...newOwner(draft) }
  if (refusal.code === 'calls.erased') return withoutPeople(again)
  if (refusal.code !== 'command.other-content') return again
  return { ...again, corrects: { sheet, revision: await revisionOf(sheet) } }
}

/** As the live state or the register has it; the first where neither can tell, which the server then checks. */
async function revisionOf(sheet: SheetId): Promise<number> {
  const { crisis, state } = consoleStore.getState().replica
  const calls = crisis === null ? undefined : state.crises[crisis]?.calls
  const live = calls === undefined ? null : findSheet(calls, sheet)
  if (live !== null) return live.revision
  return getJson<SheetRecord>(`/api/register/sheets/${sheet}`).then(
    (record) => record.sheet.revision,
    () => 1,
  )
}
