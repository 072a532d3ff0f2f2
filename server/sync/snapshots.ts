import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { CrisisId } from '#shared/lib/id.ts'
import type { State } from '#shared/state.ts'
import { BoundedMap } from '#server/lib/bounded-map.ts'
import { viewState, type Viewpoint } from '#shared/sync/view.ts'
import type { SnapshotFrame } from '#shared/sync/wire.ts'

const compress = promisify(gzip)

/** What is on disk, folded, and the hash of its last entry. */
type Live = Readonly<{ state: State; hash: string | null }>

/** A cell has a few clearances and rarely two crises at once; closed ones are looked up one after the other. */
const kept = 24

/**
 * Snapshots for consoles that start or have been away: built once per viewpoint and head, so that a whole room that
 * comes back at the same moment shares one.
 */
export class Snapshots {
  readonly #live: Live
  #latest = noSnapshots()

  constructor(live: Live) {
    this.#live = live
  }

  take(viewpoint: Viewpoint): Promise<SnapshotFrame> {
    const { state, hash } = this.#live
    const key = `${viewpoint.crisis ?? ''} ${viewpoint.audience}`
    const latest = this.#latest.get(key)
    if (latest?.seq === state.seq) return latest.frame
    const frame = encode(state, hash, viewpoint)
    this.#latest.set(key, { seq: state.seq, frame })
    return frame
  }

  /** Drops what was built: personal data that is being erased must not outlive the erasure here. */
  clear(): void {
    this.#latest = noSnapshots()
  }
}

function noSnapshots() {
  return new BoundedMap<string, Readonly<{ seq: number; frame: Promise<SnapshotFrame> }>>(kept)
}

async function encode(state: State, hash: string | null, viewpoint: Viewpoint): Promise<SnapshotFrame> {
  const json = JSON.stringify(viewState(state, viewpoint))
  const crisis: CrisisId | null = viewpoint.crisis
  // Level 4: within 3 % of the default's size for half its time, measured on a busy crisis.
  return { seq: state.seq, hash, crisis, state: await compress(json, { level: 4 }) }
}
