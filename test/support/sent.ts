import type { Command } from '#shared/command.ts'
import type { useSubmit } from '#client/sync/use-submit.ts'

/** What screens have sent since the test began. */
export const sent = { commands: [] as Command[] }

/** In the place of `useSubmit`: notes what is sent, and answers as while the server is away. */
export function useNotedSubmit(): ReturnType<typeof useSubmit> {
  return async (command, given) => {
    sent.commands.push(command)
    given?.onHeld?.()
    return { status: 'pending' }
  }
}
