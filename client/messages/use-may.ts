import { useConsole } from '#client/sync/use-console.ts'
import { mayDo } from '#shared/access/policy.ts'
import type { CommandType } from '#shared/command.ts'
import type { Crisis } from '#shared/state.ts'

/** What this person's roles allow here, from the one policy table: what is not allowed is not offered. */
export function useMay({ activation }: Crisis) {
  const roles = useConsole(({ you }) => you?.roles ?? [])
  const may = (command: CommandType) => mayDo(roles, command)
  const isOpen = activation.closed === null
  const isApprover = roles.includes('approver') || activation.kind === 'exercise'
  return {
    draft: isOpen && may('messages.draft'),
    edit: may('messages.edit'),
    approve: isApprover && may('messages.approve'),
    publish: may('messages.publish'),
    correct: may('messages.correct'),
    withdraw: may('messages.withdraw'),
    forbid: isOpen && may('talkingpoints.forbid'),
  }
}

export type May = ReturnType<typeof useMay>
