import type { Position } from '#shared/journal/entry.ts'
import type { KeyObject } from 'node:crypto'
import { initialState, reducerVersion, type State } from '#shared/state.ts'
import type { StateFollower } from '#server/followers/follower.ts'
import { entryAt } from '#server/journal/entry-at.ts'
import type { Journal } from '#server/journal/port.ts'
import { deleteSnapshot, loadSnapshot, saveSnapshot } from '#server/journal/snapshot.ts'
import type { Logger } from '#server/lib/logger.ts'

// A start folds at most this many entries: about 100 ms.
const takenEvery = 20_000

type Parts = Readonly<{ folder: string; masterKey: KeyObject; journal: Journal; logger: Logger }>

/** The state put aside now and then, so that a start folds a tail instead of the whole journal. */
export class KeptSnapshots {
  readonly #parts: Parts
  #last: Readonly<Position & { state: State }> | null = null
  #takenAt = 0
  /** What a start had to fold goes into the file at once: the next need not, and who was erased is gone from it. */
  #mustTake = true
  #underWay: Promise<void> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** What was put aside; the initial state, with a line in the log, when there is nothing to trust. */
  async load(): Promise<State> {
    const { folder, masterKey, journal, logger } = this.#parts
    const hashAt = async (seq: number) => (await entryAt(journal, seq))?.hash ?? null
    const { snapshot, why } = await loadSnapshot(folder, masterKey, { reducer: reducerVersion, hashAt })
    if (snapshot === null) {
      logger.info({ why }, 'the whole journal is folded')
      return initialState
    }
    this.#takenAt = snapshot.seq
    return snapshot.state
  }

  /** Follows the journal from where a start has come to. */
  get follower(): StateFollower {
    return { name: 'snapshots', changes: () => true, make: (state, at) => this.#reached(state, at) }
  }

  /** Puts the present state aside. A failure costs only a longer start. */
  take(): Promise<void> {
    const last = this.#last
    if (last === null || last.seq === this.#takenAt) return this.#underWay
    const { folder, masterKey } = this.#parts
    return this.#next(async () => {
      await saveSnapshot(folder, masterKey, { reducer: reducerVersion, ...last })
      this.#takenAt = last.seq
      this.#mustTake = false
    })
  }

  /** Personal data that is being erased must not stay here. */
  drop(): Promise<void> {
    return this.#next(async () => {
      await deleteSnapshot(this.#parts.folder)
      this.#takenAt = 0
    })
  }

  #reached(state: State, { seq, hash }: Position): void | Promise<void> {
    this.#last = { seq, hash, state }
    if (this.#mustTake || seq - this.#takenAt >= takenEvery) return this.take()
  }

  /** One after the other; one that failed keeps none from the next. */
  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#underWay.then(work)
    this.#underWay = done.catch(() => undefined)
    return done
  }
}
