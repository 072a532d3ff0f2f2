import type { Entry } from '#shared/journal/entry.ts'
import type { SubjectId } from '#shared/lib/id.ts'
import type { Dispatcher } from '#server/dispatch.ts'
import type { KeptSnapshots } from '#server/journal/keep-snapshots.ts'
import type { Journal } from '#server/journal/port.ts'
import type { Logger } from '#server/lib/logger.ts'

type Parts = Readonly<{
  dispatcher: Dispatcher
  journal: Journal
  snapshots: KeptSnapshots
  logger: Logger
}>

/**
 * Destroys the keys of subjects whose erasure has been committed. Destroying a key twice changes nothing, so every node
 * does it; the snapshot goes first, as it holds the data in the clear of its own key. Returns the way to wait for those under way.
 */
export function eraseFromJournal({ dispatcher, journal, snapshots, logger }: Parts): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve()
  dispatcher.onCommitted((entries) => {
    for (const subject of erasedIn(entries)) {
      underWay = underWay
        .then(() => snapshots.drop())
        .then(() => journal.forget(subject))
        .catch((error: unknown) =>
          logger.error({ error, subject }, 'a key could not be destroyed: erase again'),
        )
    }
  })
  return () => underWay
}

export function erasedIn(entries: readonly Pick<Entry, 'event'>[]): readonly SubjectId[] {
  return entries.flatMap(({ event }) => (event.type === 'privacy.erased' ? [event.subject] : []))
}
