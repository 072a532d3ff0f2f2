import { initialState } from '#shared/state.ts'
import type { Config } from '#server/config.ts'
import { Dispatcher } from '#server/dispatch.ts'
import { foldJournal } from '#server/journal/fold.ts'
import type { Journal } from '#server/journal/port.ts'
import type { Clock } from '#server/lib/clock.ts'
import type { Logger } from '#server/lib/logger.ts'
import { eraseFromJournal } from '#server/privacy/erase.ts'
import { findSheetIn } from '#server/register/follow.ts'
import type { Register } from '#server/register/port.ts'
import { openRegister } from '#server/register/sqlite.ts'

/** The write path and what is derived from it, without any way in from outside. */
export type Core = Readonly<{
  dispatcher: Dispatcher
  register: Register
  /** Finishes the commands in flight, then closes register and journal. */
  close: () => Promise<void>
}>

type Parts = Readonly<{ config: Config; journal: Journal; clock: Clock; logger: Logger }>

/** Folds the journal, then decides, stores and derives. The journal is closed with it. */
export async function openCore({ config, journal, clock, logger }: Parts): Promise<Core> {
  const state = await foldJournal(journal, initialState)
  const register = await openRegister({
    folder: config.DATA_DIR,
    journal,
    onTrouble: (error) => logger.error({ error }, 'the register lags; it catches up by itself'),
  })
  const [last] = await journal.read(state.seq - 1, 1)
  const dispatcher = new Dispatcher({
    journal,
    clock,
    state,
    lastAt: last?.at ?? 0,
    findSheet: (id, head) => findSheetIn(register, id, head),
    onFailure: (error) => logger.error({ error }, 'the journal did not store; commands wait'),
  })
  dispatcher.onCommitted((entries) => register.project(entries))
  const erased = eraseFromJournal({ dispatcher, journal, logger })
  const following = new AbortController()
  // On SQLite this server is the only writer: nothing ever comes from elsewhere.
  if (config.JOURNAL === 'redis') void followOthers(journal, dispatcher, following.signal)
  return {
    dispatcher,
    register,
    close: async () => {
      following.abort()
      await dispatcher.stop()
      await erased()
      await register[Symbol.asyncDispose]()
      await journal[Symbol.asyncDispose]()
    },
  }
}

/** Folds in what other nodes append. What this node appended comes back too, and is skipped. */
async function followOthers(journal: Journal, dispatcher: Dispatcher, signal: AbortSignal): Promise<void> {
  for await (const entries of journal.follow(dispatcher.state.seq, signal)) await dispatcher.follow(entries)
}
