import { decideAccess } from '#shared/access/decide.ts'
import { mayDo } from '#shared/access/policy.ts'
import { afterClosure } from '#shared/activation/after-closure.ts'
import { decideActivation, decideOpenCrisis } from '#shared/activation/decide.ts'
import { decideCallin } from '#shared/callin/decide.ts'
import { decideCalls } from '#shared/calls/decide.ts'
import { decideChecklists, decideSaveChecklist } from '#shared/checklists/decide.ts'
import type { CrisisCommand, Envelope, StandingCommand } from '#shared/command.ts'
import { refuse, type Context, type Decision } from '#shared/decision.ts'
import { featureOf, type FeatureOf } from '#shared/event.ts'
import { decideJournal } from '#shared/journal/decide.ts'
import { decideMessages, decideTemplates } from '#shared/messages/decide.ts'
import { decideErase } from '#shared/privacy/decide.ts'
import { decideRoster } from '#shared/roster/decide.ts'
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
  messages: (_, command, context) => decideTemplates(command, context),
  privacy: (_, command, context) => decideErase(command, context),
  roster: ({ standing }, command, context) => decideRoster(standing.roster, command, context),
}

const inCrisis: CrisisDeciders = {
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
  if (!mayDo(context.roles, command.type)) return refuse('command.forbidden')
  // Both tables pair each feature with its own commands; the compiler can't follow that through the index.
  if (id === null) return onStanding[featureOf(command.type)](state, command as never, context)
  const crisis = state.crises[id]
  if (crisis === undefined) return refuse('crisis.unknown')
  if (crisis.activation.closed !== null && !afterClosure.has(command.type)) return refuse('crisis.closed')
  return inCrisis[featureOf(command.type)](crisis, command as never, context)
}
