import { takeAuthorKey } from '#client/lib/keyring.ts'
import { consoleStore } from '#client/sync/console.ts'
import type { Player, Stage } from './stage.ts'

/** This page is the console of `who`: it shows the stage as it stands, and follows its crisis. Nothing it says is answered. */
export function seat(stage: Stage, who: Player): void {
  takeAuthorKey(who.id, who.id.replaceAll('-', '').repeat(2))
  consoleStore.setState({
    line: 'live',
    you: { person: who.id, name: 'Alice', roles: who.roles, session: 'here' },
    replica: { crisis: stage.crisis, state: stage.state, hash: null, isLoaded: true },
  })
}
