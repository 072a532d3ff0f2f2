import type { Draft } from '#shared/journal/entry.ts'
import type { SubjectId } from '#shared/lib/id.ts'
import { entryAt } from '#server/journal/entry-at.ts'
import { type Erased, readErased } from '#server/journal/erased-list.ts'
import type { Journal } from '#server/journal/port.ts'
import { drawCommandId } from '#server/lib/command-id.ts'

type Asked = Pick<Journal, 'read' | 'head' | 'append' | 'forget' | 'positionOf' | 'keepPosition'>

/** Everybody reads it, in the language of the cell. */
const reason = 'effacement refait, le journal ayant été remis à un état antérieur'

/**
 * Does again the erasures of the list in `folder` that this journal does not know, because it was put back to an earlier
 * day: by `npm run restore`, by hand, or by Redis' own means. To be called before anything is read from it.
 *
 * The keys go at once. That they went is an entry of the journal like any erasure: whatever was made of it here or on
 * another node, running or not, forgets with it. It is noted and done only once: a subject that is spoken of again
 * afterwards keeps its new key, though that is made for an entry before the erasure's in the other history.
 *
 * Gives how many there were. Throws `JournalUnavailable`.
 */
export async function eraseAgain(journal: Asked, folder: string): Promise<number> {
  const listed = await Promise.all(
    readErased(folder).map(async (erased) => ({ erased, isOwed: await isOwed(journal, erased) })),
  )
  const owed = listed.flatMap(({ erased, isOwed }) => (isOwed ? [erased] : []))
  if (owed.length === 0) return 0
  await journal.forget(owed.map(({ subject, seq }) => ({ subject, before: seq })))
  await record(journal, [...new Set(owed.map(({ subject }) => subject))])
  // Last: killed before, it is all done again.
  for (const erased of owed) await journal.keepPosition(noteOf(erased), { seq: erased.seq, hash: '' })
  return owed.length
}

/** Another node may be recording meanwhile. */
async function record(journal: Asked, subjects: readonly SubjectId[]): Promise<void> {
  for (;;) {
    const last = await entryAt(journal, await journal.head())
    // Nothing was ever said in it, of nobody.
    if (last === null) return
    const { status } = await journal.append(
      subjects.map((subject) => erasure(subject, last.at)),
      last.seq,
    )
    if (status === 'appended') return
  }
}

/** @param at of the entry before: no clock is believed yet, and a start judges its own by the last entry's */
function erasure(subject: SubjectId, at: number): Draft {
  const event = { type: 'privacy.erased', subject, reason } as const
  return { at, by: 'system', crisis: null, command: drawCommandId(), event }
}

/** An erasure that is an entry of this journal is the follower's, which stands before it until it is done. */
async function isOwed(journal: Asked, erased: Erased): Promise<boolean> {
  const entry = await entryAt(journal, erased.seq)
  if (entry?.event.type === 'privacy.erased' && entry.event.subject === erased.subject) return false
  return (await journal.positionOf(noteOf(erased))) === null
}

function noteOf({ seq, subject }: Erased): string {
  return `erased-again:${seq}:${subject}`
}
