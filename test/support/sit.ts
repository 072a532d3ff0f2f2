import { consoleStore } from '#client/sync/console.ts'
import { addStanding } from '#client/sync/standing-tail.ts'
import type { Player, Stage } from './stage.ts'

/** The page's console shows what has come to pass on the stage, as this person's, with the line live. */
export function sit({ id, roles }: Player, { state, crisis, entries }: Stage): void {
  const you = { person: id, name: state.standing.people[id]?.name ?? 'Essai', roles, session: 'session' }
  consoleStore.setState({
    line: 'live',
    you,
    replica: { crisis, state, hash: null, isLoaded: true },
    standingTail: addStanding([], entries),
  })
}
