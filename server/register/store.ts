import type { DatabaseSync } from 'node:sqlite'
import type { Sight } from '#shared/calls/sight.ts'
import type { Entry, Position } from '#shared/journal/entry.ts'
import type {
  CallSeries,
  LogLine,
  LogQuery,
  SheetQuery,
  SheetRecord,
  SheetRow,
} from '#shared/register/queries.ts'
import { reversed } from '#shared/clock/take-back.ts'
import { Lines } from './lines.ts'
import { Series } from './series.ts'
import { Sheets } from './sheets.ts'

/** The register's file, synchronously: lives in the worker, whose thread may wait for the disk. */
export class Store {
  readonly #database: DatabaseSync
  readonly #lines: Lines
  readonly #sheets: Sheets
  readonly #series: Series

  constructor(database: DatabaseSync) {
    this.#database = database
    this.#lines = new Lines(database)
    this.#sheets = new Sheets(database)
    this.#series = new Series(database)
  }

  /** Where the projection stands: the last entry in it, with the hash that says of which journal. */
  position(): Position {
    const read = this.#database.prepare('SELECT value FROM meta WHERE key = ?')
    return { seq: Number(read.get('seq')?.['value']), hash: String(read.get('hash')?.['value']) }
  }

  /** One transaction: a batch is in the register whole, or not at all and comes again. */
  project(entries: readonly Entry[]): number {
    const before = this.position().seq
    const fresh = entries.filter(({ seq }) => seq > before)
    const last = fresh.at(-1)
    if (last === undefined) return before
    if (fresh[0]?.seq !== before + 1) throw new RangeError(`register at ${before}, given ${fresh[0]?.seq}`)
    this.#database.exec('BEGIN')
    try {
      for (const entry of fresh) this.#add(entry)
      this.#move(last)
      this.#database.exec('COMMIT')
    } catch (error) {
      // A full disk may have rolled it back already.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
    // What was erased must not survive in the log of pages either.
    if (fresh.some(({ event }) => event.type === 'privacy.erased')) {
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    }
    return last.seq
  }

  /**
   * Whether everything up to `seq` is in it, by counting: each entry is a line, and each line and sheet stands in the
   * index as in its table. Damage that SQLite does not notice gives fewer rows, not an error.
   */
  isWhole(seq: number): boolean {
    const position = this.position().seq
    return position >= seq && this.#lines.areWhole(position) && this.#sheets.areWhole()
  }

  countLines(crisis: string): number {
    return this.#lines.count(crisis)
  }

  searchSheets(query: SheetQuery, sight: Sight): readonly SheetRow[] {
    return this.#sheets.search(query, sight)
  }

  sheet(id: string): SheetRecord | null {
    return this.#sheets.find(id)
  }

  knows(id: string): boolean {
    const known = 'SELECT 1 FROM sheets WHERE id = ?1 UNION ALL SELECT 1 FROM names WHERE id = ?1 LIMIT 1'
    return this.#database.prepare(known).get(id) !== undefined
  }

  sheetsByPhone(crisis: string, phone: string): readonly SheetRecord['sheet'][] {
    return this.#sheets.byPhone(crisis, phone)
  }

  searchLogbook(query: LogQuery): readonly LogLine[] {
    return this.#lines.search(query)
  }

  logbookAfter(crisis: string, after: number, limit: number): readonly LogLine[] {
    return this.#lines.after(crisis, after, limit)
  }

  callSeries(crisis: string, since: number): CallSeries {
    return this.#series.since(crisis, since)
  }

  close(): void {
    this.#database.close()
  }

  #add(entry: Entry): void {
    const { event } = entry
    this.#lines.add(entry)
    this.#sheets.add(entry)
    this.#series.add(entry)
    if (event.type === 'clock.corrected') {
      this.#lines.retime(event)
      this.#sheets.retime(event, (crisis, was, now) => this.#series.move(crisis, was, now))
    }
    if (event.type === 'clock.takenBack') {
      const back = reversed(event)
      this.#lines.retime(event, back)
      this.#sheets.retime(back, (crisis, was, now) => this.#series.move(crisis, was, now))
    }
    if (event.type !== 'privacy.erased') return
    this.#lines.forget(event.subject)
    this.#sheets.forget(event.subject)
  }

  #move({ seq, hash }: Entry): void {
    const write = this.#database.prepare('UPDATE meta SET value = ? WHERE key = ?')
    write.run(String(seq), 'seq')
    write.run(hash, 'hash')
  }
}
