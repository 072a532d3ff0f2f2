import type { DatabaseSync } from 'node:sqlite'
import { themeOf, type Reason } from '#shared/calls/reasons.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { Entry } from '#shared/journal/entry.ts'
import { minute } from '#shared/lib/time.ts'
import type { CallSeries } from '#shared/register/queries.ts'

/** The wall and the statistics count calls by ten minutes of their true start. */
const step = 10 * minute

/** Calls per ten minutes and theme, counted as they come so that no question ever walks all sheets. */
export class Series {
  readonly #add
  readonly #since

  constructor(database: DatabaseSync) {
    this.#add = database.prepare(
      `INSERT INTO series VALUES (?, ?, ?, ?)
       ON CONFLICT (crisis, start, theme) DO UPDATE SET count = count + excluded.count`,
    )
    this.#since = database.prepare(
      'SELECT start, theme, count FROM series WHERE crisis = ? AND start >= ? AND count > 0 ORDER BY start, theme',
    )
  }

  add({ crisis, event }: Entry): void {
    if (crisis === null) return
    if (event.type === 'calls.logged') this.#count(crisis, event.content, 1)
    if (event.type !== 'calls.corrected') return
    this.#count(crisis, event.was, -1)
    this.#count(crisis, event.facts.content, 1)
  }

  /** A sheet's start was found to be another. */
  move(crisis: string, was: Sheet, now: Sheet): void {
    this.#count(crisis, was.content, -1)
    this.#count(crisis, now.content, 1)
  }

  since(crisis: string, since: number): CallSeries {
    return this.#since.all(crisis, since - (since % step)) as unknown as CallSeries
  }

  #count(crisis: string, call: Readonly<{ startedAt: number; reason: Reason }>, by: 1 | -1): void {
    this.#add.run(crisis, call.startedAt - (call.startedAt % step), themeOf(call.reason), by)
  }
}
