import { useNow } from '#client/lib/clock.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { callbacksDue } from '#shared/calls/select.ts'

export type Due = ReturnType<typeof callbacksDue>[number]

/** The call-backs promised, the most pressing first, and how many of them are late. */
export function useDue() {
  const due = useConsole(({ crisis }) => (crisis === null ? [] : callbacksDue(crisis.calls)))
  const now = useNow(15_000)
  return { due, now, late: due.filter(({ callback }) => callback.dueAt <= now).length }
}
