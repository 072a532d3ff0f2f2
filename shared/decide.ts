import { decideAccess } from '#shared/access/decide.ts'
import { decideDeputies, rolesIn } from '#shared/access/deputies.ts'
import { whyNot, type Asking } from '#shared/access/may.ts'
import { decideActivation, decideOpenCrisis } from '#shared/activation/decide.ts'
import { decideCallin } from '#shared/callin/decide.ts'
import { decideCalls } from '#shared/calls/decide.ts'
import { decideChecklists, decideSaveChecklist } from '#shared/checklists/decide.ts'
import { decideClock } from '#shared/clock/decide.ts'
import type { CommandType, CrisisCommand, Envelope, StandingCommand } from '#shared/command.ts'
import { refuse, type Context, type Decision } from '#shared/decision.ts'
import { featureOf, type FeatureOf } from '#shared/event.ts'
import { decideJournal } from '#shared/journal/decide.ts'
import { decideMessages, decideTemplates } from '#shared/messages/decide.ts'
import { decideErase } from '#shared/privacy/decide.ts'
import { decideRoster, importSteps } from '#shared/roster/decide.ts'
import type { Roster } from '#shared/roster/state.ts'
import type { Crisis, State } from '#shared/state.ts'
import { decideTalkingPoints } from '#shared/talkingpoints/decide.ts'

type Scoped<C extends { readonly type: string }, F extends string> = Extract<C, { type: `${F}.${string}` }>

type StandingDeciders = {
  readonly [F in FeatureOf<StandingCommand['type']>]: (
    state: State,
    command: Scoped<StandingCommand, F>,
    context: Context,
  ) => Decision
}
type CrisisDeciders = {
  readonly [F in FeatureOf<CrisisCommand['type']>]: (
    crisis: Crisis,
    command: Scoped<CrisisCommand, F>,
    context: Context,
  ) => Decision
}

const onStanding: StandingDeciders = {
  access: (state, command, context) => decideAccess(state.access, command, context),
  activation: (_, command, context) => decideOpenCrisis(command, context),
  checklists: (_, command, context) => decideSaveChecklist(command, context),
  clock: ({ standing }, command, context) => decideClock(standing.clock, command, context),
  messages: (_, command, context) => decideTemplates(command, context),
  privacy: (_, command, context) => decideErase(command, context),
  roster: ({ standing }, command, context) => decideRoster(standing.roster, command, context),
}

const inCrisis: CrisisDeciders = {
  access: decideDeputies,
  activation: decideActivation,
  callin: decideCallin,
  calls: decideCalls,
  checklists: decideChecklists,
  journal: decideJournal,
  messages: decideMessages,
  talkingpoints: decideTalkingPoints,
}

/** The rules: what an intention becomes, given what has happened. Pure; never throws on a parsed command. */
export function decide(state: State, { crisis: id, command }: Envelope, context: Context): Decision {
  // Both tables pair each feature with its own commands; the compiler can't follow that through the index.
  if (id === null) {
    const refusal = refuseUnlessMay({ roles: context.roles, crisis: crisisToBe(command) }, command.type)
    return refusal ?? onStanding[featureOf(command.type)](state, command as never, context)
  }
  const crisis = state.crises[id]
  if (crisis === undefined) return refuse('crisis.unknown')
  const roles = rolesIn(crisis, context, { people: context.standing.people, at: context.at })
  const refusal = refuseUnlessMay({ roles, crisis: crisis.activation }, command.type)
  return refusal ?? inCrisis[featureOf(command.type)](crisis, command as never, { ...context, roles })
}

/** `decide` on a list of members, in steps: it rests on the pool alone. */
export function* listDecisionSteps(
  roster: Roster,
  command: Scoped<StandingCommand, 'roster'> & { readonly type: 'roster.import' },
  { id, roles }: Pick<Context, 'id' | 'roles'>,
): Generator<void, Decision> {
  const refusal = refuseUnlessMay({ roles, crisis: null }, command.type)
  return refusal ?? (yield* importSteps(roster, command, { id }))
}

function refuseUnlessMay(asking: Asking, type: CommandType): Decision | null {
  const why = whyNot(asking, type)
  return why === null ? null : refuse(why)
}

/** An order to open is asked of the crisis that it would make. */
function crisisToBe(command: StandingCommand): Asking['crisis'] {
  return command.type === 'activation.open' ? { kind: command.kind, closed: null } : null
}
