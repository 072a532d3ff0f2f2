/** The register: one SQLite file in the data folder, indexed and searched by a thread of its own. */
import type { Sight } from '#shared/calls/sight.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { CrisisId, SheetId, SubjectId } from '#shared/lib/id.ts'
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
import { registerFile } from './files.ts'
import type { Register } from './port.ts'
import { RegisterThread } from './thread.ts'

type Options = Readonly<{ folder: string; followers: Pick<Followers, 'follow'> }>

/**
 * Milliseconds for which entries are gathered before they are indexed together: one transaction of the index costs as
 * much as ten of its entries, and it works beside whoever waits for the journal's disk. Nobody who waits for an entry
 * waits for this.
 */
const gather = 250
/** Milliseconds for which a count that held is believed: someone who types asks several times a second. */
const countedFor = 10_000
/** Less than this behind is the ordinary second of asynchrony, not worth a word on a screen. */
const tolerated = 200

/** Opens or makes `register.sqlite` and begins to catch up with the journal; searches work meanwhile. */
export function openRegister({ folder, followers }: Options): Register {
  const thread = new RegisterThread(registerFile(folder), () => register.lost())
  const following: Following = followers.follow({
    name: 'register',
    // Moved by the transaction that holds the entries themselves.
    from: {
      load: async () => {
        const position = await thread.ask('position')
        if (!(await thread.ask('isWhole', position.seq))) await thread.ask('reset')
        return thread.ask('position')
      },
      save: () => Promise.resolve(),
      startOver: () => thread.ask('reset'),
    },
    gather,
    handle: async (entries) => {
      await thread.ask('project', entries)
    },
  })
  const register = new SqliteRegister(thread, following)
  return register
}

class SqliteRegister implements Register {
  readonly #thread: RegisterThread
  readonly #following: Following
  /** Until it has come here it lacks what it once had, or never had. */
  #incompleteBefore: number
  #countedAt = -countedFor

  constructor(thread: RegisterThread, following: Following) {
    this.#thread = thread
    this.#following = following
    this.#incompleteBefore = following.head()
  }

  caughtUpTo(): number {
    return this.#following.seq()
  }

  waitFor(seq: number, signal?: AbortSignal): Promise<void> {
    return this.#following.reached(seq, signal)
  }

  indexing(): Indexing {
    const [done, total] = [this.#following.seq(), this.#following.head()]
    if (done >= this.#incompleteBefore) this.#incompleteBefore = 0
    return this.#incompleteBefore > 0 || total - done > tolerated ? { done, total } : null
  }

  isRebuilt(): boolean {
    return this.indexing() !== null && this.#incompleteBefore > 0
  }

  async isWhole(): Promise<boolean> {
    if (await this.#thread.ask('isWhole', this.#following.seq())) return true
    await this.#thread.ask('reset')
    this.lost()
    return false
  }

  countLines(crisis: CrisisId): Promise<number> {
    return this.#thread.ask('countLines', crisis)
  }

  /** It has been found damaged and begins anew. */
  lost(): void {
    this.#incompleteBefore = this.#following.head()
    this.#following.lost()
  }

  async searchSheets(query: SheetQuery, sight: Sight): Promise<Page<SheetRow>> {
    return this.#page(await this.#thread.ask('searchSheets', query, sight), query.limit)
  }

  sheet(id: SheetId): Promise<SheetRecord | null> {
    return this.#thread.ask('sheet', id)
  }

  knows(id: SubjectId): Promise<boolean> {
    return this.#thread.ask('knows', id)
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

  /** Nothing found is believed once the counts hold: damage that nobody notices answers so. */
  async #page<T extends { readonly seq: number }>(rows: readonly T[], limit: number): Promise<Page<T>> {
    if (rows.length === 0 && performance.now() - this.#countedAt > countedFor) {
      this.#countedAt = performance.now()
      await this.isWhole()
    }
    const last = rows.at(-1)
    const next = rows.length < limit || last === undefined ? null : last.seq
    return { rows, next, indexing: this.indexing() }
  }
}
