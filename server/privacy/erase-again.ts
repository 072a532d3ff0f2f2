import { rmSync } from 'node:fs'
import { entryAt } from '#server/journal/entry-at.ts'
import { type Erased, readErased } from '#server/journal/erased-list.ts'
import type { Journal } from '#server/journal/port.ts'
import { deleteSnapshot } from '#server/journal/snapshot.ts'
import { registerFiles } from '#server/register/files.ts'

type Asked = Pick<Journal, 'read' | 'forget' | 'positionOf' | 'keepPosition'>

/**
 * Does again the erasures of the list in `folder` that this journal does not know, because it was put back to an earlier
 * day: by `npm run restore`, by hand, or by Redis' own means. To be called before anything is read from it. What it does
 * it notes in the journal and does only once: a subject that is spoken of again afterwards keeps its new key, though that
 * is made for an entry before the erasure's in the other history.
 *
 * Gives how many there were. Throws `JournalUnavailable`.
 */
export async function eraseAgain(journal: Asked, folder: string): Promise<number> {
  const listed = await Promise.all(
    readErased(folder).map(async (erased) => ({ erased, isOwed: await isOwed(journal, erased) })),
  )
  const owed = listed.flatMap(({ erased, isOwed }) => (isOwed ? [erased] : []))
  if (owed.length === 0) return 0
  // What was made of the journal may still tell of them.
  await deleteSnapshot(folder)
  for (const file of registerFiles(folder)) rmSync(file, { force: true })
  await journal.forget(owed.map(({ subject, seq }) => ({ subject, before: seq })))
  for (const erased of owed) await journal.keepPosition(noteOf(erased), { seq: erased.seq, hash: '' })
  return owed.length
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
