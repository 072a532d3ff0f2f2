import { useConsole } from '#client/sync/use-console.ts'
import { mayDo } from '#shared/access/policy.ts'
import { afterClosure } from '#shared/activation/after-closure.ts'
import type { CommandType } from '#shared/command.ts'
import type { Crisis } from '#shared/state.ts'

/** What this person's roles and the crisis allow here, from the tables that the rules read: nothing else is offered. */
export function useMay({ activation }: Crisis) {
  const roles = useConsole(({ you }) => you?.roles ?? [])
  const may = (command: CommandType) =>
    mayDo(roles, command) && (activation.closed === null || afterClosure.has(command))
  const isApprover = roles.includes('approver') || activation.kind === 'exercise'
  return {
    draft: may('messages.draft'),
    edit: may('messages.edit'),
    approve: isApprover && may('messages.approve'),
    publish: may('messages.publish'),
    correct: may('messages.correct'),
    withdraw: may('messages.withdraw'),
    forbid: may('talkingpoints.forbid'),
  }
}

export type May = ReturnType<typeof useMay>
