import { useConsole } from '#client/sync/use-console.ts'
import { may } from '#shared/access/may.ts'
import type { Role } from '#shared/access/roles.ts'
import type { Activation } from '#shared/activation/state.ts'
import type { CommandType } from '#shared/command.ts'

const nothing: readonly Role[] = []

/** What this person may do here, in the followed crisis where one is concerned: the question that the rules ask. */
export function useMay(): (type: CommandType) => boolean {
  const asking = useConsole(({ you, crisis }) => ({
    roles: you?.roles ?? nothing,
    crisis: crisis?.activation ?? null,
  }))
  return (type) => may(asking, type)
}

type Kind = Activation['kind']
const kinds: readonly Kind[] = ['real', 'exercise']

/** The kinds of crisis that this person may open. */
export function useMayOpen(): readonly Kind[] {
  const roles = useConsole(({ you }) => you?.roles ?? nothing)
  return kinds.filter((kind) => may({ roles, crisis: { kind, closed: null } }, 'activation.open'))
}
