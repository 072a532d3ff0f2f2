import type { Dispatcher } from '#server/dispatch.ts'
import type { JournalHealth } from '#server/journal/health.ts'
import type { Journal } from '#server/journal/port.ts'
import type { Logger } from '#server/lib/logger.ts'

type Parts = Readonly<{
  journal: Journal
  dispatcher: Dispatcher
  health: Pick<JournalHealth, 'halt'>
  logger: Pick<Logger, 'error'>
  signal: AbortSignal
}>

/**
 * Folds in what other nodes append. What this node appended comes back too, and is skipped.
 *
 * What it cannot fold (a fact of a newer build, while nodes are updated one by one; a damaged entry) leaves it in the state
 * of before: its consoles may read, and it takes no more commands, so that they go to a node that does.
 */
export async function followOthers({ journal, dispatcher, health, logger, signal }: Parts): Promise<void> {
  try {
    for await (const entries of journal.follow(dispatcher.state.seq, signal)) await dispatcher.follow(entries)
  } catch (error) {
    if (signal.aborted) return
    logger.error(
      { error, after: dispatcher.state.seq },
      'what another server has recorded cannot be followed: this one records nothing more until it is started again; bring all servers to the same version, then run "npm run verify"',
    )
    health.halt()
  }
}
