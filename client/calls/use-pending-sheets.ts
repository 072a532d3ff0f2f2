import { isPendingSheet, type PendingSheet } from '#client/calls/take-back.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useOutbox } from '#client/sync/use-submit.ts'
import { findSheet } from '#shared/calls/select.ts'
import type { SheetId } from '#shared/lib/id.ts'

/** One's own sheets of this crisis that are on their way or were refused, the last one first. */
export function usePendingSheets(): readonly PendingSheet[] {
  const { person, followed, calls } = useConsole(({ you, followed, crisis }) => ({
    person: you?.person ?? null,
    followed,
    calls: crisis?.calls ?? null,
  }))
  return useOutbox()
    .filter(isPendingSheet)
    .filter((item) => item.person === person && item.envelope.crisis === followed)
    .filter(({ envelope }) => calls === null || findSheet(calls, envelope.id as string as SheetId) === null)
    .toReversed()
}
