import type { Draft } from '#client/calls/draft.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { useOutbox, useSubmit } from '#client/sync/use-submit.ts'
import { isUrgentOpen } from '#shared/calls/select.ts'

/** The emergency of the sheet on the table: raised by one key, followed until it is over. */
export function useUrgent({ id, commune }: Draft) {
  const submit = useSubmit()
  const current = useConsole(({ crisis }) => crisis?.calls.urgents.find(({ sheet }) => sheet === id) ?? null)
  const isWaiting = useOutbox().some(
    ({ envelope: { command }, refusal }) =>
      refusal === null && command.type === 'calls.raiseUrgent' && command.sheet === id,
  )
  const isOpen = current !== null && isUrgentOpen(current)
  return {
    current: isOpen ? current : null,
    isShown: isOpen || isWaiting,
    raise: () => {
      if (!isOpen) void submit({ type: 'calls.raiseUrgent', sheet: id, commune })
    },
  }
}
