import { decideCallin } from '#shared/callin/decide.ts'
import { evolveCallin } from '#shared/callin/evolve.ts'
import type { CallinCommand } from '#shared/callin/commands.ts'
import type { CommandId } from '#shared/lib/id.ts'
import type { Crisis, Standing } from '#shared/state.ts'
import type { You } from '#shared/sync/wire.ts'

/** Something said here. `until`: the entry from which the state received holds it. */
export type Act = Readonly<{ command: CallinCommand; at: number; until: number }>

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
  return acts.reduce((before, { command, at }) => {
    const context = { id, at, by: you.person, roles: you.roles, standing, head: 0, record: null }
    const decision = decideCallin(before, command, context)
    if (!decision.accepted) return before
    const callin = decision.events.reduce(
      (slice, event) =>
        isCallin(event) ? evolveCallin(slice, event, { by: you.person, at }) : slice,
      before.callin,
    )
    return { ...before, callin }
  }, crisis)
}

type AnyEvent = Extract<ReturnType<typeof decideCallin>, { accepted: true }>['events'][number]
type CallinEvent = Extract<AnyEvent, { type: `callin.${string}` }>

function isCallin(event: AnyEvent): event is CallinEvent {
  return event.type.startsWith('callin.')
}
