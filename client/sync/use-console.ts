import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { consoleStore, type ConsoleStore } from '#client/sync/console.ts'
import type { LineState } from '#client/sync/connection.ts'
import type { Trouble } from '#shared/followers/followers.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import type { Crisis, State } from '#shared/state.ts'
import type { You } from '#shared/sync/wire.ts'

export { now as serverNow } from '#client/lib/clock.ts'

/** What a panel may read. */
export type ConsoleView = Readonly<{
  state: State
  /** False until the first state has come: show a loading state, not an empty one. */
  isLoaded: boolean
  followed: CrisisId | null
  /** The followed crisis; null when none is followed or it is still loading. */
  crisis: Crisis | null
  you: You | null
  connection: LineState
  /** The last facts of no crisis (standing-tail.ts). */
  standingTail: readonly LiveEntry[]
  /** What the server cannot derive at the moment from what is recorded. */
  troubles: readonly Trouble[]
}>

/** State into a panel. Renders again when what was selected changes (compared one level deep). */
export function useConsole<T>(select: (view: ConsoleView) => T): T {
  return useStore(
    consoleStore,
    useShallow((store) => select(viewOf(store))),
  )
}

function viewOf({ replica, you, line, troubles, standingTail }: ConsoleStore): ConsoleView {
  const { state, crisis: followed, isLoaded } = replica
  const crisis = followed === null ? null : (state.crises[followed] ?? null)
  return { state, isLoaded, followed, crisis, you, connection: line, standingTail, troubles }
}
