import type { LiveEntry } from '#shared/journal/entry.ts'

/** The live end of the logbook; the whole of it is asked of the register. */
export type Logbook = Readonly<{
  /** The last facts of this crisis, oldest first. */
  recent: readonly LiveEntry[]
}>

export const emptyLogbook: Logbook = { recent: [] }
