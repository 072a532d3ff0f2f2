import type { CrisisId } from '#shared/lib/id.ts'
import { initialState, type State } from '#shared/state.ts'
import { evolveAllView } from '#shared/sync/view.ts'
import type { Frame } from '#shared/sync/wire.ts'

/** A console's copy of the live state: what it follows and how far it has come. */
export type Replica = Readonly<{
  crisis: CrisisId | null
  state: State
  /** Of the entry `state.seq`; null when nothing is loaded, or of an empty journal. */
  hash: string | null
  /** False until the first snapshot: then `state` is nothing's fold and must not be shown as true. */
  isLoaded: boolean
}>

export function emptyReplica(crisis: CrisisId | null): Replica {
  return { crisis, state: initialState, hash: null, isLoaded: false }
}

/**
 * Applies a frame. Entries already applied are skipped; null when the frame starts beyond what is known: the console
 * must say hello again. Throws `UnknownVariant` on a fact of a newer server.
 */
export function applyFrame(replica: Replica, { from, to, hash, entries }: Frame): Replica | null {
  const { crisis, state } = replica
  if (!replica.isLoaded || from > state.seq) return null
  if (to <= state.seq) return replica
  const fresh = entries.filter((entry) => entry.seq > state.seq)
  const folded = evolveAllView(state, fresh, crisis)
  // Entries this console may not see still count: the next frame follows them.
  return { ...replica, hash, state: { ...folded, seq: to } }
}
