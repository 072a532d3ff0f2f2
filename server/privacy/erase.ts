import type { EntryFollower } from '#server/followers/follower.ts'
import { placeIn } from '#server/followers/place-in-journal.ts'
import { type Erased, erasuresIn } from '#server/journal/erased-list.ts'
import type { KeptSnapshots } from '#server/journal/keep-snapshots.ts'
import type { Journal } from '#server/journal/port.ts'

type Parts = Readonly<{
  journal: Journal
  snapshots: Pick<KeptSnapshots, 'drop'>
  /** Keeps the list beside the journal, from which a restore does the erasures again. */
  note: (erased: readonly Erased[]) => void
}>

/**
 * Destroys the keys of subjects whose erasure has been committed, until it has succeeded: where it stands is kept beside
 * the keys themselves, so that neither a server killed in between nor a journal put back to an earlier day leaves one.
 * Destroying twice changes nothing, so every node does it. The snapshot goes first: it holds the data in the clear of
 * its own key.
 */
export function keyDestruction({ journal, snapshots, note }: Parts): EntryFollower {
  return {
    name: 'keys',
    from: placeIn(journal, 'keys'),
    concerns: (type) => type === 'privacy.erased',
    handle: async (entries) => {
      const erased = erasuresIn(entries)
      note(erased)
      await snapshots.drop()
      await journal.forget(erased.map(({ seq, subject }) => ({ subject, before: seq })))
    },
  }
}
