/** The register: one SQLite file in the data folder, indexed and searched by a thread of its own. */
import { join } from 'node:path'
import type { Sight } from '#shared/calls/sight.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { CrisisId, SheetId } from '#shared/lib/id.ts'
import type {
  CallSeries,
  Indexing,
  LogLine,
  LogQuery,
  Page,
  SheetQuery,
  SheetRecord,
  SheetRow,
} from '#shared/register/queries.ts'
import type { Following } from '../followers/follower.ts'
import type { Followers } from '../followers/followers.ts'
import type { Register } from './port.ts'
import { RegisterThread } from './thread.ts'

type Options = Readonly<{ folder: string; followers: Pick<Followers, 'follow'> }>

/**
 * Milliseconds for which entries are gathered before they are indexed together: one transaction of the index costs as
 * much as ten of its entries, and it works beside whoever waits for the journal's disk. Nobody who waits for an entry
 * waits for this.
 */
const gather = 250
/** Less than this behind is the ordinary second of asynchrony, not worth a word on a screen. */
const tolerated = 200

/** Opens or makes `register.sqlite` and begins to catch up with the journal; searches work meanwhile. */
export function openRegister({ folder, followers }: Options): Register {
  const thread = new RegisterThread(join(folder, 'register.sqlite'))
  const following = followers.follow({
    name: 'register',
    // Moved by the transaction that holds the entries themselves.
    from: {
      load: () => thread.ask('position'),
      save: () => Promise.resolve(),
      startOver: () => thread.ask('reset'),
    },
    gather,
    handle: async (entries) => {
      await thread.ask('project', entries)
    },
  })
  return new SqliteRegister(thread, following)
}

class SqliteRegister implements Register {
  readonly #thread: RegisterThread
  readonly #following: Following

  constructor(thread: RegisterThread, following: Following) {
    this.#thread = thread
    this.#following = following
  }

  caughtUpTo(): number {
    return this.#following.seq()
  }

  waitFor(seq: number, signal?: AbortSignal): Promise<void> {
    return this.#following.reached(seq, signal)
  }

  indexing(): Indexing {
    const [done, total] = [this.#following.seq(), this.#following.head()]
    return total - done <= tolerated ? null : { done, total }
  }

  async searchSheets(query: SheetQuery, sight: Sight): Promise<Page<SheetRow>> {
    return this.#page(await this.#thread.ask('searchSheets', query, sight), query.limit)
  }

  sheet(id: SheetId): Promise<SheetRecord | null> {
    return this.#thread.ask('sheet', id)
  }

  sheetsByPhone(crisis: CrisisId, phone: string): Promise<readonly Sheet[]> {
    return this.#thread.ask('sheetsByPhone', crisis, phone)
  }

  async searchLogbook(query: LogQuery): Promise<Page<LogLine>> {
    return this.#page(await this.#thread.ask('searchLogbook', query), query.limit)
  }

  logbookAfter(crisis: CrisisId, after: number, limit: number): Promise<readonly LogLine[]> {
    return this.#thread.ask('logbookAfter', crisis, after, limit)
  }

  callSeries(crisis: CrisisId, since: number): Promise<CallSeries> {
    return this.#thread.ask('callSeries', crisis, since)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#thread[Symbol.asyncDispose]()
  }

  #page<T extends { readonly seq: number }>(rows: readonly T[], limit: number): Page<T> {
    const last = rows.at(-1)
    const next = rows.length < limit || last === undefined ? null : last.seq
    return { rows, next, indexing: this.indexing() }
  }
}
