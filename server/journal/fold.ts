import { evolveAll } from '#shared/evolve.ts'
import type { State } from '#shared/state.ts'
import type { Journal } from '#server/journal/port.ts'

const page = 5_000

/** Folds what the journal holds after `state` into it. `progress` is told the last entry folded, page by page. */
export async function foldJournal(
  journal: Journal,
  state: State,
  progress: (seq: number) => void = () => {},
): Promise<State> {
  let folded = state
  for (;;) {
    const entries = await journal.read(folded.seq, page)
    folded = evolveAll(folded, entries)
    if (entries.length < page) return folded
    progress(folded.seq)
  }
}
