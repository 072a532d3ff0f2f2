/** A manual line of the logbook (main courante). */
type Noted = Readonly<{
  type: 'journal.noted'
  text: string
  /** When it happened, if that is not when it was written down. */
  happenedAt: number | null
}>
/** A correction: the line stays readable, struck out, with the reason. */
type Struck = Readonly<{ type: 'journal.struck'; line: number; reason: string }>

export type JournalEvent = Noted | Struck
