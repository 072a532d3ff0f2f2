import { decideCallin } from '#shared/callin/decide.ts'
import { evolveCallin } from '#shared/callin/evolve.ts'
import type { CallinCommand } from '#shared/callin/commands.ts'
import type { CommandId } from '#shared/lib/id.ts'
import type { Crisis, Standing } from '#shared/state.ts'
import { silentInstallation } from '#shared/publicsite/installation.ts'
import type { You } from '#shared/sync/wire.ts'

/** Something said here. `until`: the entry from which the state received holds it. */
export type Act = Readonly<{ command: CallinCommand; at: number; until: number }>

/** The call-in asks for nothing else. */
const nothingMore = { head: 0, record: null, isSubjectKnown: true, installation: silentInstallation }

/**
 * What the call-in will be once these acts are recorded, by the server's own rules: the desk goes on at the speed of the
 * hand, with or without the network. What the rules refuse here is left out; the server has the last word on all of it.
 */
export function predictCallin(
  crisis: Crisis,
  acts: readonly Act[],
  { standing, you }: Readonly<{ standing: Standing; you: You }>,
): Crisis {
  // A prediction makes no ids: none of the call-in's events has one of its own.
  const id = '' as CommandId
  let { callin } = crisis
  for (const { command, at } of acts) {
    const context = { ...nothingMore, id, at, by: you.person, roles: you.roles, standing }
    const decision = decideCallin({ ...crisis, callin }, command, context)
    for (const event of decision.accepted ? decision.events : []) {
      if (isCallin(event)) callin = evolveCallin(callin, event, { by: you.person, at })
    }
  }
  return { ...crisis, callin }
}

type AnyEvent = Extract<ReturnType<typeof decideCallin>, { accepted: true }>['events'][number]
type CallinEvent = Extract<AnyEvent, { type: `callin.${string}` }>

function isCallin(event: AnyEvent): event is CallinEvent {
  return event.type.startsWith('callin.')
}
