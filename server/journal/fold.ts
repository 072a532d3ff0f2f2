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
  let reading = journal.read(folded.seq, page)
  for (;;) {
    const entries = await reading
    const last = entries.at(-1)
    const isLastPage = last === undefined || entries.length < page
    // The store reads the next page while this one is folded.
    if (!isLastPage) reading = journal.read(last.seq, page)
    folded = evolveAll(folded, entries)
    if (isLastPage) return folded
    progress(folded.seq)
  }
}
