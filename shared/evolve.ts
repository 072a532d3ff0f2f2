import { evolveDeputies } from '#shared/access/deputies.ts'
import { evolveAccess, evolvePeople } from '#shared/access/evolve.ts'
import type { DeputyEvent } from '#shared/access/events.ts'
import { evolveRequests, withoutLapsedHalves } from '#shared/access/requests.ts'
import { evolveActivation, openActivation } from '#shared/activation/evolve.ts'
import { evolveCallin } from '#shared/callin/evolve.ts'
import { evolveCalls } from '#shared/calls/evolve.ts'
import { evolveChecklistCards, evolveChecklists } from '#shared/checklists/evolve.ts'
import { evolveClock } from '#shared/clock/evolve.ts'
import { featureOf, type Event, type FeatureOf } from '#shared/event.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import { evolveLogbook } from '#shared/journal/evolve.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import { UnknownVariant } from '#shared/lib/unreachable.ts'
import { evolveMessages, evolveTemplates } from '#shared/messages/evolve.ts'
import { forgetSubject } from '#shared/privacy/forget.ts'
import { evolveMembers, evolveRoster, type MemberFact } from '#shared/roster/evolve.ts'
import { newCrisis, type Crisis, type State } from '#shared/state.ts'
import { evolveTalkingPoints } from '#shared/talkingpoints/evolve.ts'

type EventOf<F extends string> = Extract<Event, { type: `${F}.${string}` }>
type Feature = FeatureOf<Event['type']>

/** One line of the tables below, seen without its feature: a union of them all is too large for the compiler. */
type Change<T> = (into: T, event: never, entry: LiveEntry) => T

/** How each feature's facts change the standing data. Features without standing data are absent. */
const onStanding: {
  readonly [F in Feature]?: (state: State, event: EventOf<F>, entry: LiveEntry) => State
} = {
  access: (state, event, entry) => {
    const people = evolvePeople(state.standing.people, event, entry)
    const requests = evolveRequests(state.standing.requests, event, entry)
    const access = withoutLapsedHalves(evolveAccess(state.access, event, entry), { event, requests })
    return { ...state, standing: { ...state.standing, people, requests }, access }
  },
  checklists: ({ standing, ...rest }, event) => ({
    ...rest,
    standing: { ...standing, checklists: evolveChecklistCards(standing.checklists, event) },
  }),
  clock: evolveClock,
  messages: ({ standing, ...rest }, event, entry) => ({
    ...rest,
    standing: { ...standing, templates: evolveTemplates(standing.templates, event, entry) },
  }),
  privacy: (state, { subject }) => forgetSubject(state, subject),
  roster: ({ standing, ...rest }, event, { at }) => ({
    ...rest,
    standing: { ...standing, roster: evolveRoster(standing.roster, event, at) },
  }),
}

/** How each feature's facts change its own slice of a crisis. */
const inCrisis: {
  readonly [F in Feature]?: (crisis: Crisis, event: EventOf<F>, entry: LiveEntry) => Crisis
} = {
  // Of accounts only the deputies' facts stand in a crisis.
  access: (crisis, event, entry) => ({
    ...crisis,
    deputies: evolveDeputies(crisis.deputies, event as DeputyEvent, entry),
  }),
  activation: (crisis, event, { at }) => ({
    ...crisis,
    activation: evolveActivation(crisis.activation, event, at),
  }),
  callin: (crisis, event, entry) => ({ ...crisis, callin: evolveCallin(crisis.callin, event, entry) }),
  calls: (crisis, event, { by, at }) => ({ ...crisis, calls: evolveCalls(crisis.calls, { event, by, at }) }),
  checklists: (crisis, event, entry) => ({
    ...crisis,
    checklists: evolveChecklists(crisis.checklists, event, entry),
  }),
  journal: (crisis) => crisis,
  messages: (crisis, event, entry) => ({
    ...crisis,
    messages: evolveMessages(crisis.messages, event, entry),
  }),
  talkingpoints: (crisis, event, entry) => ({
    ...crisis,
    talkingpoints: evolveTalkingPoints(crisis.talkingpoints, event, entry),
  }),
}

/**
 * Folds one entry into the state; the same on the server and in the browser.
 * Throws `UnknownVariant` on an event this build has never heard of: a console then asks to be reloaded.
 */
export function evolve(state: State, entry: LiveEntry): State {
  const next = entry.crisis === null ? evolveStanding(state, entry) : evolveCrisis(state, entry.crisis, entry)
  return { ...next, seq: entry.seq }
}

function evolveStanding(state: State, entry: LiveEntry): State {
  const change: Change<State> | undefined = onStanding[featureOf(entry.event.type)]
  if (change === undefined) throw new UnknownVariant(entry.event.type)
  // The table pairs each feature with its own events; the compiler can't follow that through the index.
  return change(state, entry.event as never, entry)
}

function evolveCrisis(state: State, id: CrisisId, entry: LiveEntry): State {
  const { event } = entry
  const crisis =
    event.type === 'activation.opened' ? newCrisis(openActivation(event, entry.at)) : state.crises[id]
  const change: Change<Crisis> | undefined = inCrisis[featureOf(event.type)]
  if (crisis === undefined || change === undefined) throw new UnknownVariant(event.type)
  const changed = change(crisis, event as never, entry)
  const journal = evolveLogbook(changed.journal, entry)
  return { ...state, crises: { ...state.crises, [id]: { ...changed, journal } } }
}

/** Folds entries in their order, those of a list of members at once. */
export function evolveAll(state: State, entries: readonly LiveEntry[]): State {
  return runsOf(entries).reduce(evolveRun, state)
}

type Run = readonly [LiveEntry, ...LiveEntry[]]

/** Entries as they are folded: facts on members that follow each other together, all others alone. */
export function runsOf(entries: readonly LiveEntry[]): readonly Run[] {
  const runs: [LiveEntry, ...LiveEntry[]][] = []
  for (const entry of entries) {
    const run = runs.at(-1)
    if (run !== undefined && isOfMember(entry) && isOfMember(run[0])) run.push(entry)
    else runs.push([entry])
  }
  return runs
}

export function evolveRun(state: State, run: Run): State {
  const facts = run.filter(isOfMember)
  if (run.length === 1 || facts.length < run.length) return run.reduce(evolve, state)
  const { standing } = state
  const roster = evolveMembers(standing.roster, facts)
  return { ...state, standing: { ...standing, roster }, seq: (run.at(-1) ?? run[0]).seq }
}

function isOfMember(entry: LiveEntry): entry is LiveEntry & MemberFact {
  const { type } = entry.event
  return type === 'roster.memberAdded' || type === 'roster.memberChanged'
}
