import { isServerOnly, type Audience } from '#shared/access/visibility.ts'
import { noAccess } from '#shared/access/state.ts'
import { evolve, evolveRun, runsOf } from '#shared/evolve.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import { maskCrisis, maskEntry, maskStanding } from '#shared/sync/mask.ts'
import { newCrisis, type Crisis, type State } from '#shared/state.ts'

/** Which part of the whole a console holds: its clearances, and the crisis it has chosen. */
export type Viewpoint = Readonly<{ audience: Audience; crisis: CrisisId | null }>

/** Of a crisis that a console does not follow it knows how it stands, not what happens in it. */
function isOutline(entry: LiveEntry): boolean {
  return entry.event.type.startsWith('activation.')
}

function outlineOf(crisis: Crisis): Crisis {
  return newCrisis(crisis.activation)
}

/** The entry as this viewpoint may see it; null when it may not. */
export function viewEntry(entry: LiveEntry, { audience, crisis }: Viewpoint): LiveEntry | null {
  if (isServerOnly(entry.event.type)) return null
  if (entry.crisis !== null && entry.crisis !== crisis && !isOutline(entry)) return null
  return maskEntry(entry, audience)
}

/** The state as this viewpoint may see it. Folding the visible entries gives the same: a property test holds it. */
export function viewState(state: State, { audience, crisis: followed }: Viewpoint): State {
  const crises = Object.entries(state.crises).map(([id, crisis]) => [
    id,
    id === followed ? maskCrisis(crisis, audience) : outlineOf(crisis),
  ])
  return {
    ...state,
    access: noAccess,
    standing: maskStanding(state.standing, audience),
    crises: Object.fromEntries(crises),
  }
}

/** `evolveAll` on a console. */
export function evolveAllView(state: State, entries: readonly LiveEntry[], followed: CrisisId | null): State {
  return runsOf(entries).reduce<State>(
    (next, run) =>
      run.length === 1 ? evolveView(next, run[0], followed) : { ...evolveRun(next, run), access: noAccess },
    state,
  )
}

/** `evolve` on a console: accounts are the server's, and what it does not follow stays an outline. */
export function evolveView(state: State, entry: LiveEntry, followed: CrisisId | null): State {
  const next = { ...evolve(state, entry), access: noAccess }
  const { crisis: id } = entry
  const crisis = id === null ? undefined : next.crises[id]
  if (id === null || id === followed || crisis === undefined) return next
  return { ...next, crises: { ...next.crises, [id]: outlineOf(crisis) } }
}
