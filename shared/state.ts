import { noDeputies, type Deputies } from '#shared/access/deputies.ts'
import { noRequests } from '#shared/access/requests.ts'
import { noAccess, type AccessState, type People, type Requests } from '#shared/access/state.ts'
import type { Activation } from '#shared/activation/state.ts'
import { noCallin, type Callin } from '#shared/callin/state.ts'
import { noCalls, type Calls } from '#shared/calls/state.ts'
import { defaultChecklists } from '#shared/checklists/defaults.ts'
import { noChecklists, type Checklists, type CrisisChecklists } from '#shared/checklists/state.ts'
import { believedClock, type ClockState } from '#shared/clock/state.ts'
import { emptyLogbook, type Logbook } from '#shared/journal/state.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import { defaultTemplates } from '#shared/messages/default-templates.ts'
import { noMessages, type Messages, type Templates } from '#shared/messages/state.ts'
import { noRoster, type Roster } from '#shared/roster/state.ts'
import { noTalkingPoints, type TalkingPoints } from '#shared/talkingpoints/state.ts'

/** What belongs to the installation, whatever crisis is open. */
export type Standing = Readonly<{
  people: People
  /** What waits for a second person's yes. */
  requests: Requests
  checklists: Checklists
  clock: ClockState
  roster: Roster
  templates: Templates
}>

/** One crisis, real or exercise. Bounded: what has left the screens lives in the register. */
export type Crisis = Readonly<{
  activation: Activation
  callin: Callin
  calls: Calls
  checklists: CrisisChecklists
  /** Who stands in for an absent approver or writer, in this crisis only. */
  deputies: Deputies
  journal: Logbook
  messages: Messages
  talkingpoints: TalkingPoints
}>

/**
 * The fold of the journal: the same on every server and, as far as it may see, on every console.
 * Changing its shape or what it folds changes `reducerVersion`.
 */
export type State = Readonly<{
  /** The last entry folded in. */
  seq: number
  standing: Standing
  crises: Readonly<Record<CrisisId, Crisis>>
  /** Stays empty on a console, which never receives what would fill it. */
  access: AccessState
}>

/** Snapshots of another version are ignored and the journal is folded again. */
export const reducerVersion = '10'

export const initialState: State = {
  seq: 0,
  standing: {
    people: {},
    requests: noRequests,
    checklists: defaultChecklists,
    clock: believedClock,
    roster: noRoster,
    templates: defaultTemplates,
  },
  crises: {},
  access: noAccess,
}

export function newCrisis(activation: Activation): Crisis {
  return {
    activation,
    callin: noCallin,
    calls: noCalls,
    checklists: noChecklists,
    deputies: noDeputies,
    journal: emptyLogbook,
    messages: noMessages,
    talkingpoints: noTalkingPoints,
  }
}
