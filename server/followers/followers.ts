/**
 * THE way to follow the journal (docs/adr/0013-one-way-to-follow.md). Whatever is derived from it is told here, each by
 * itself: what one throws, or keeps to itself, reaches neither the others nor the write path.
 */
import type { Trouble } from '#shared/followers/followers.ts'
import type { Entry } from '#shared/journal/entry.ts'
import type { State } from '#shared/state.ts'
import { EntryRun, type Present, type RunParts } from '#server/followers/entry-run.ts'
import type { EntryFollower, Follower, Following, StateFollower } from '#server/followers/follower.ts'
import { StateRun } from '#server/followers/state-run.ts'

/** How a follower is doing, for whoever watches the machine. */
export type Standing = Readonly<{
  name: Follower['name']
  /** The last entry it has taken. */
  seq: number
  /** When it last did its part (ms); 0: not yet. */
  doneAt: number
  trouble: Trouble | null
}>

type Parts = Omit<RunParts, 'onChange'> & Present

export class Followers {
  readonly #parts: RunParts
  readonly #runs = new Map<Follower['name'], EntryRun | StateRun>()
  /** Consoles first: people wait for them. */
  #live: readonly EntryRun[] = []
  #derived: readonly (EntryRun | StateRun)[] = []
  readonly #listeners = new Set<() => void>()
  #present: Present

  /** `state` and `at`: the fold of the journal so far, and its last entry. */
  constructor({ state, at, ...parts }: Parts) {
    this.#present = { state, at }
    this.#parts = { ...parts, onChange: () => this.#changed() }
  }

  /** Begins at once. */
  follow(follower: EntryFollower): Following
  follow(follower: StateFollower): void
  follow(follower: Follower): Following | void {
    if ('make' in follower) {
      const run = new StateRun(follower, this.#parts, this.#present)
      this.#derived = [...this.#derived, run]
      this.#runs.set(follower.name, run)
      return
    }
    const run = new EntryRun(follower, this.#parts, this.#present)
    if (follower.from === 'present') this.#live = [...this.#live, run]
    else this.#derived = [...this.#derived, run]
    this.#runs.set(follower.name, run)
    return run
  }

  /** To be told of each commit, in order, with the state after it, once its author has been answered. */
  committed(entries: readonly Entry[], state: State): void {
    const last = entries.at(-1)
    if (last === undefined) return
    this.#present = { state, at: { seq: last.seq, hash: last.hash } }
    for (const run of this.#live) run.committed(entries, state)
    for (const run of this.#derived) {
      if (run instanceof EntryRun) run.committed(entries, state)
      else run.committed(entries, this.#present)
    }
  }

  /** Those that do not do their part at the moment. */
  troubles(): readonly Trouble[] {
    return this.standings().flatMap(({ trouble }) => trouble ?? [])
  }

  standings(): readonly Standing[] {
    return [...this.#runs].map(([name, run]) => {
      const { doneAt, trouble } = run.attempts
      return { name, seq: run.seq(), doneAt, trouble }
    })
  }

  /** Calls back when a trouble begins, is another, or is over. */
  onTrouble(listener: () => void): void {
    this.#listeners.add(listener)
  }

  /** A person asks for it: what waits for its next attempt is tried at once. */
  retry(name: Follower['name']): void {
    this.#runs.get(name)?.attempts.now()
  }

  /** A person says that what is held may go on. False: it stays held, and is not asked to go on later by itself. */
  release(name: Follower['name']): boolean {
    const run = this.#runs.get(name)
    try {
      if (run instanceof StateRun) run.release()
      return true
    } catch (error) {
      this.#parts.logger.error({ error, follower: name }, 'a follower could not be released')
      return false
    }
  }

  /** Whatever is in hand is finished, nothing more is begun. To be closed before the journal is. */
  async close(): Promise<void> {
    await Promise.all([...this.#runs.values()].map((run) => run.close()))
  }

  #changed(): void {
    for (const listener of this.#listeners) {
      try {
        listener()
      } catch (error) {
        this.#parts.logger.error({ error }, 'a trouble could not be told')
      }
    }
  }
}
