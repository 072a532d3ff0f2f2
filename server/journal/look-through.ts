import { setTimeout as pause } from 'node:timers/promises'
import type { Entry } from '#shared/journal/entry.ts'
import { type Erased, erasuresIn } from '#server/journal/erased-list.ts'
import { type Journal, JournalUnavailable } from '#server/journal/port.ts'
import type { Logger } from '#server/lib/logger.ts'

/** Entries opened at a time: some two milliseconds of the journal's own thread, then everybody else's turn. */
const page = 200
const restMs = 20

/** A disk that takes nothing, a Redis that is away: looked at again from the same place, for as long as it takes. */
const awayMs = 500

type Parts = Readonly<{
  journal: Journal
  logger: Logger
  signal: AbortSignal
  /** Told of who was erased while this server was away too: its list does them again by itself. */
  noteErased: (erased: readonly Erased[]) => void
}>

/**
 * Opens every sealed part once, beside the work of the cell: a start from a snapshot reads only the last ones, and a damaged
 * key must not be found on the day its person is needed. What does not open is known to the journal afterwards.
 */
export async function lookThrough(parts: Parts): Promise<void> {
  const { journal, logger, signal } = parts
  try {
    await openAll(parts)
  } catch (error) {
    if (signal.aborted) return
    logger.warn({ error }, 'the sealed data could not be looked through')
  }
  const unreadable = journal.unreadable()
  if (unreadable.length === 0) return
  logger.error(
    { entries: unreadable.map(({ seq }) => seq) },
    'the data of some people does not open: it or its key is damaged. All else goes on; a backup made before may hold it',
  )
}

async function openAll({ journal, signal, noteErased }: Parts): Promise<void> {
  for (let after = 0; !signal.aborted;) {
    const entries = await lookAt({ journal, noteErased }, after)
    if (entries?.length === 0) return
    after = entries?.at(-1)?.seq ?? after
    await pause(entries === null ? awayMs : restMs, null, { signal, ref: false })
  }
}

/** Null while the journal does not answer, or the list of the erased cannot be written. */
async function lookAt(
  { journal, noteErased }: Pick<Parts, 'journal' | 'noteErased'>,
  after: number,
): Promise<readonly Entry[] | null> {
  try {
    const entries = await journal.read(after, page)
    return isNoted(() => noteErased(erasuresIn(entries))) ? entries : null
  } catch (error) {
    if (error instanceof JournalUnavailable) return null
    throw error
  }
}

/** Whatever the disk says (full, over its quota, read-only, broken): who is not on the list comes back with an old backup. */
function isNoted(note: () => void): boolean {
  try {
    note()
    return true
  } catch {
    return false
  }
}
