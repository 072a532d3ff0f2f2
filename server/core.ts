import type { KeyObject } from 'node:crypto'
import type { Entry } from '#shared/journal/entry.ts'
import type { PersonId } from '#shared/lib/id.ts'
import { UnknownVariant } from '#shared/lib/unreachable.ts'
import type { Installation } from '#shared/publicsite/installation.ts'
import type { State } from '#shared/state.ts'
import { KnownDevices } from '#server/access/known-devices.ts'
import { authorKeyOf } from '#server/access/author-key.ts'
import type { Config } from '#server/config.ts'
import { Dispatcher } from '#server/dispatch.ts'
import { followOthers } from '#server/follow-others.ts'
import { Followers } from '#server/followers/followers.ts'
import { entryAt } from '#server/journal/entry-at.ts'
import { type Erased, noteErased } from '#server/journal/erased-list.ts'
import { foldJournal } from '#server/journal/fold.ts'
import { lookThrough } from '#server/journal/look-through.ts'
import { JournalHealth } from '#server/journal/health.ts'
import { Intents } from '#server/journal/intent.ts'
import { KeptSnapshots } from '#server/journal/keep-snapshots.ts'
import { beginning, type Journal, JournalRefused } from '#server/journal/port.ts'
import { masterKeyFile } from '#server/journal/open.ts'
import { type Clock, systemTimers, type Timers } from '#server/lib/clock.ts'
import type { Logger } from '#server/lib/logger.ts'
import { loadMasterKey } from '#server/lib/master-key.ts'
import { eraseAgain } from '#server/privacy/erase-again.ts'
import { keyDestruction } from '#server/privacy/erase.ts'
import { findSheetIn, isKnownTo } from '#server/register/follow.ts'
import type { Register } from '#server/register/port.ts'
import { openRegister } from '#server/register/sqlite.ts'

/** The write path and what is derived from it, without any way in from outside. */
export type Core = Readonly<{
  journal: Journal
  dispatcher: Dispatcher
  followers: Followers
  register: Register
  health: JournalHealth
  devices: KnownDevices
  /** What this person's browsers keep their words under. */
  authorKeyOf: (person: PersonId) => string
  /** Finishes the commands in flight, then closes register and journal. */
  close: () => Promise<void>
}>

type CoreParts = Readonly<{
  config: Config
  journal: Journal
  clock: Clock
  timers?: Timers
  logger: Logger
  installation: () => Installation
}>

/** Folds the journal, then decides, stores and derives. The journal is closed with it. */
export async function openCore({
  config,
  journal,
  clock,
  timers = systemTimers,
  logger,
  installation,
}: CoreParts): Promise<Core> {
  // Opening the journal has made or checked the key; only a journal in memory comes without one.
  const masterKey = loadMasterKey(masterKeyFile(config), { journalExists: false })
  const snapshots = new KeptSnapshots({ folder: config.DATA_DIR, masterKey, journal, logger })
  const { state, last } = await fold({ config, journal, logger, snapshots, masterKey })
  const at = last === null ? beginning : { seq: last.seq, hash: last.hash }
  const followers = new Followers({ journal, clock, timers, logger, state, at })
  const register = openRegister({ folder: config.DATA_DIR, followers })
  const note = (erased: readonly Erased[]) => noteErased(config.DATA_DIR, erased)
  followers.follow(keyDestruction({ journal, snapshots, note }))
  followers.follow(snapshots.follower)
  const health = new JournalHealth(journal, logger)
  const dispatcher = new Dispatcher({
    journal,
    clock,
    intents: new Intents(masterKey),
    state,
    last,
    findSheet: (id, head) => findSheetIn(register, id, head),
    knowsSubject: (id, head) => isKnownTo(register, id, head),
    onCommitted: (entries, after) => followers.committed(entries, after),
    onStored: () => health.stored(),
    onFailure: (error) => health.failed(error),
    installation,
  })
  const following = new AbortController()
  void lookThrough({ journal, logger, signal: following.signal, noteErased: note })
  // On SQLite this server is the only writer: nothing ever comes from elsewhere.
  if (config.JOURNAL === 'redis')
    void followOthers({ journal, dispatcher, health, logger, signal: following.signal })
  return {
    journal,
    dispatcher,
    followers,
    register,
    health,
    devices: new KnownDevices(masterKey),
    authorKeyOf: (person) => authorKeyOf(masterKey, person),
    close: async () => {
      following.abort()
      health.close()
      await dispatcher.stop()
      // The last commit is told in a turn of its own.
      await new Promise((resolve) => setImmediate(resolve))
      await followers.close()
      await snapshots
        .take()
        .catch((error: unknown) =>
          logger.warn({ error }, 'the state was not put aside: the next start folds more'),
        )
      await register[Symbol.asyncDispose]()
      await journal[Symbol.asyncDispose]()
    },
  }
}

type Folding = Pick<CoreParts, 'config' | 'journal' | 'logger'> &
  Readonly<{ snapshots: KeptSnapshots; masterKey: KeyObject }>

/** What the journal comes to, and its last entry, once what it must not tell any more is gone from it. */
async function fold({ config, journal, logger, snapshots, masterKey }: Folding): Promise<Folded> {
  const again = await eraseAgain({ journal, folder: config.DATA_DIR, masterKey })
  if (again > 0) logger.warn({ erasures: again }, 'the journal was put back: erasures were done again')
  const state = await foldJournal(journal, await snapshots.load()).catch(refuseNewer)
  return { state, last: await entryAt(journal, state.seq) }
}

function refuseNewer(cause: unknown): never {
  if (!(cause instanceof UnknownVariant)) throw cause
  const what = `the journal holds what this version does not know (${cause.message})`
  throw new JournalRefused(`${what}: start the version that wrote it`, { cause })
}

type Folded = Readonly<{ state: State; last: Entry | null }>
