import type { CommandId } from '#shared/lib/id.ts'
import type { Journal } from '#server/journal/port.ts'

/** The installation's own identifier; null as long as its journal is empty. */
export type Identity = () => Promise<CommandId | null>

/**
 * The id of the journal's first command: a UUID that was drawn once, before anything could be published, and that every
 * node, every rebuilt folder and every restored copy of this journal has alike.
 */
export function identityFrom(journal: Pick<Journal, 'read'>): Identity {
  let known: CommandId | null = null
  return async () => {
    known ??= (await journal.read(0, 1))[0]?.command ?? null
    return known
  }
}
