/** The register: one SQLite file in the data folder, indexed and searched by a thread of its own. */
import { join } from 'node:path'
import type { Sight } from '#shared/calls/sight.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { Entry } from '#shared/journal/entry.ts'
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
import { Feed, type FeedOptions } from './feed.ts'
import type { Register } from './port.ts'
import { RegisterThread } from './thread.ts'

type Options = Readonly<{ folder: string }> & Pick<FeedOptions, 'journal' | 'onTrouble'>

/** Less than this behind is the ordinary second of asynchrony, not worth a word on a screen. */
const tolerated = 200

/** Opens or makes `register.sqlite` and begins to catch up with the journal; searches work meanwhile. */
export async function openRegister({ folder, journal, onTrouble }: Options): Promise<Register> {
  const thread = new RegisterThread(join(folder, 'register.sqlite'))
  const feed = new Feed({ thread, journal, onTrouble })
  await feed.start()
  return new SqliteRegister(thread, feed)
}

class SqliteRegister implements Register {
  readonly #thread: RegisterThread
  readonly #feed: Feed

  constructor(thread: RegisterThread, feed: Feed) {
    this.#thread = thread
    this.#feed = feed
  }

  project(entries: readonly Entry[]): void {
    this.#feed.offer(entries)
  }

  caughtUpTo(): number {
    return this.#feed.projected
  }

  waitFor(seq: number, signal?: AbortSignal): Promise<void> {
    return this.#feed.waitFor(seq, signal)
  }

  indexing(): Indexing {
    const { projected, head } = this.#feed
    return head - projected <= tolerated ? null : { done: projected, total: head }
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
    this.#feed.close()
    await this.#thread[Symbol.asyncDispose]()
  }

  #page<T extends { readonly seq: number }>(rows: readonly T[], limit: number): Page<T> {
    const last = rows.at(-1)
    const next = rows.length < limit || last === undefined ? null : last.seq
    return { rows, next, indexing: this.indexing() }
  }
}
