import type { Entry } from '#shared/journal/entry.ts'
import type { Journal } from '#server/journal/port.ts'

/** The entry `seq`; null where there is none, so also before the first, 0. */
export async function entryAt(journal: Pick<Journal, 'read'>, seq: number): Promise<Entry | null> {
  if (seq === 0) return null
  const [entry] = await journal.read(seq - 1, 1)
  return entry ?? null
}
