import { setTimeout as pause } from 'node:timers/promises'
import type { Journal } from '#server/journal/port.ts'
import type { Logger } from '#server/lib/logger.ts'

/** Entries opened at a time: some two milliseconds of the journal's own thread, then everybody else's turn. */
const page = 200
const restMs = 20

type Parts = Readonly<{ journal: Journal; logger: Logger; signal: AbortSignal }>

/**
 * Opens every sealed part once, beside the work of the cell: a start from a snapshot reads only the last ones, and a damaged
 * key must not be found on the day its person is needed. What does not open is known to the journal afterwards.
 */
export async function lookThrough({ journal, logger, signal }: Parts): Promise<void> {
  try {
    for (let after = 0; !signal.aborted;) {
      const entries = await journal.read(after, page)
      const last = entries.at(-1)
      if (last === undefined) break
      after = last.seq
      await pause(restMs, null, { signal, ref: false })
    }
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
