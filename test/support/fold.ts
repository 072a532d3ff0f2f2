import { audienceOf } from '#shared/access/visibility.ts'
import { evolveAll } from '#shared/evolve.ts'
import type { Entry } from '#shared/journal/entry.ts'
import { initialState, type State } from '#shared/state.ts'
import { viewState } from '#shared/sync/view.ts'
import type { Journal } from '#server/journal/port.ts'
import type { HeadlessConsole } from '#scripts/headless/headless-console.ts'

const page = 5_000

export async function readAll(journal: Journal): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (;;) {
    const next = await journal.read(entries.length, page)
    entries.push(...next)
    if (next.length < page) return entries
  }
}

/** What this console must hold once it has everything: the fold of the journal, as far as it may see it. */
export function expectedOf({ you, view }: HeadlessConsole, entries: readonly Entry[]): State {
  const { crisis } = view.replica
  const state = evolveAll(initialState, entries)
  const followed = crisis === null ? undefined : state.crises[crisis]
  return viewState(state, { audience: audienceOf(you.roles, followed?.activation), crisis })
}
