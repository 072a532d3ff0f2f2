import { useNow } from '#client/lib/clock.ts'
import { useConsole } from '#client/sync/use-console.ts'
import { rolesIn } from '#shared/access/deputies.ts'
import { mayAsk, type Question } from '#shared/access/may-ask.ts'
import { may } from '#shared/access/may.ts'
import type { ActorRole } from '#shared/access/roles.ts'
import type { Activation } from '#shared/activation/state.ts'
import type { CommandType } from '#shared/command.ts'
import { isStanding } from '#shared/command-scope.ts'

const nothing: readonly ActorRole[] = []

/** The roles that this person holds in the followed crisis: their own, and those they stand in for now. */
export function useRolesHere(): readonly ActorRole[] {
  // A deputy's hours end by themselves.
  const at = useNow(15_000)
  return useConsole(({ state, you, crisis }) => {
    if (you === null) return nothing
    if (crisis === null) return you.roles
    return rolesIn(crisis, { by: you.person, roles: you.roles }, { people: state.standing.people, at })
  })
}

/** What this person may do here, in the followed crisis where one is concerned: the question that the rules ask. */
export function useMay(): (type: CommandType) => boolean {
  const roles = useRolesHere()
  const own = useConsole(({ you }) => you?.roles ?? nothing)
  const crisis = useConsole((view) => view.crisis?.activation ?? null)
  return (type) => may(isStanding(type) ? { roles: own, crisis: null } : { roles, crisis }, type)
}

/** What this person may ask of the server beside that: the question that the server asks. */
export function useMayAsk(): (question: Question) => boolean {
  const roles = useConsole(({ you }) => you?.roles ?? nothing)
  return (question) => mayAsk(roles, question)
}

type Kind = Activation['kind']
const kinds: readonly Kind[] = ['real', 'exercise']

/** The kinds of crisis that this person may open. */
export function useMayOpen(): readonly Kind[] {
  const roles = useConsole(({ you }) => you?.roles ?? nothing)
  return kinds.filter((kind) => may({ roles, crisis: { kind, closed: null } }, 'activation.open'))
}
