import type { KeyObject } from 'node:crypto'
import type { Entry } from '#shared/journal/entry.ts'
import { initialState, reducerVersion, type State } from '#shared/state.ts'
import type { Journal } from '#server/journal/port.ts'
import { deleteSnapshot, loadSnapshot, saveSnapshot } from '#server/journal/snapshot.ts'
import type { Logger } from '#server/lib/logger.ts'

// A start folds at most this many entries: about 100 ms.
const takenEvery = 20_000

type Parts = Readonly<{ folder: string; masterKey: KeyObject; journal: Journal; logger: Logger }>

/** The state put aside now and then, so that a start folds a tail instead of the whole journal. */
export class KeptSnapshots {
  readonly #parts: Parts
  #last: Readonly<{ seq: number; hash: string; state: State }> | null = null
  #takenAt = 0
  #underWay: Promise<void> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** What was put aside; the initial state, with a line in the log, when there is nothing to trust. */
  async load(): Promise<State> {
    const { folder, masterKey, journal, logger } = this.#parts
    const hashAt = async (seq: number) => (await journal.read(seq - 1, 1))[0]?.hash ?? null
    const { snapshot, why } = await loadSnapshot(folder, masterKey, { reducer: reducerVersion, hashAt })
    if (snapshot === null) {
      logger.info({ why }, 'the whole journal is folded')
      return initialState
    }
    this.#takenAt = snapshot.seq
    return snapshot.state
  }

  /**
   * To be told where a start has come to. What it had to fold goes into the file at once: the next start need not fold
   * it again, and an erasure that it told of no longer has its subject's data there.
   */
  begun(last: Entry, state: State): void {
    this.#last = { seq: last.seq, hash: last.hash, state }
    void this.take()
  }

  /** To be told of each commit and the state after it. */
  committed(entries: readonly Entry[], state: State): void {
    const last = entries.at(-1)
    if (last === undefined) return
    this.#last = { seq: last.seq, hash: last.hash, state }
    if (last.seq - this.#takenAt >= takenEvery) void this.take()
  }

  /** Puts the present state aside. A failure costs only a longer start. */
  take(): Promise<void> {
    const last = this.#last
    if (last === null || last.seq === this.#takenAt) return this.#underWay
    this.#takenAt = last.seq
    const { folder, masterKey, logger } = this.#parts
    return this.#next(async () => {
      await saveSnapshot(folder, masterKey, { reducer: reducerVersion, ...last }).catch((error: unknown) =>
        logger.warn({ error }, 'the state could not be put aside; the next start takes longer'),
      )
    })
  }

  /** Personal data that is being erased must not stay here. */
  drop(): Promise<void> {
    this.#takenAt = 0
    return this.#next(() => deleteSnapshot(this.#parts.folder))
  }

  #next(work: () => Promise<void>): Promise<void> {
    this.#underWay = this.#underWay.then(work)
    return this.#underWay
  }
}
