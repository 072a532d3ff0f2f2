import type { DatabaseSync } from 'node:sqlite'
import type { Correction } from '#shared/clock/events.ts'
import type { Move } from '#shared/clock/retime.ts'
import { isConcerned } from '#shared/clock/select.ts'
import { featureOf, type Event } from '#shared/event.ts'
import type { Entry } from '#shared/journal/entry.ts'
import { nameGivenBy } from '#shared/journal/naming.ts'
import { tell } from '#shared/journal/sentence.ts'
import { tellAuthor } from '#shared/journal/telling.ts'
import type { LogLine, LogQuery } from '#shared/register/queries.ts'
import { searchable } from '#shared/register/terms.ts'
import { dayOf, logMatch, tagsOf } from './match.ts'

type Telling = Pick<Entry, 'seq' | 'at' | 'by' | 'crisis' | 'event'>
type Row = Readonly<Record<string, unknown>>

/** The main courante: one line per entry, told when it is written, with the names of that moment. */
export class Lines {
  readonly #sql

  constructor(database: DatabaseSync) {
    this.#sql = statementsOn(database)
  }

  add(entry: Entry): void {
    this.#learnName(entry.event)
    const line = this.#tell(entry)
    const happenedAt = happenedAtOf(entry.event)
    const { seq, at, by, crisis, event } = entry
    this.#sql.insert.run(seq, at, happenedAt, by, line.author, crisis, event.type, line.fr, line.en)
    this.#sql.index.run(seq, wordsOf(line), tagsOfLine(entry))
    for (const id of line.mentioned) this.#sql.mention.run(id, seq, JSON.stringify(withoutPersonal(event)))
    if (event.type === 'journal.struck') this.#strike(entry, event)
  }

  /** The name of an erased member leaves every line that told it. */
  forget(id: string): void {
    this.#sql.unname.run(id)
    for (const row of this.#sql.mentionsOf.all(id)) {
      const entry = { ...row, event: JSON.parse(String(row['event'])) } as unknown as Telling
      const before = { fr: String(row['fr']), en: String(row['en']), author: String(row['author']) }
      const after = this.#tell(entry)
      this.#sql.unindex.run(entry.seq, wordsOf(before), tagsOfLine(entry))
      this.#sql.retell.run(after.fr, after.en, after.author, entry.seq)
      this.#sql.index.run(entry.seq, wordsOf(after), tagsOfLine(entry))
    }
    this.#sql.unmention.run(id)
  }

  /**
   * Lines recorded under a wrong clock: the time that is now known, the recorded one beside it where it differs. A
   * correction that is taken back concerns the same lines, and moves the times that it gave.
   */
  retime(correction: Correction, { from, to, by }: Move = correction): void {
    const { first, last } = correction
    const tagsOfRow = (row: Row, at: number) =>
      tagsOfLine({ at, by: row['by'], crisis: row['crisis'], event: { type: row['type'] } } as Telling)
    for (const row of this.#sql.between.all(first, last)) {
      const [seq, at] = [Number(row['seq']), Number(row['at'])]
      if (!isConcerned(correction, { seq, at: Number(row['recorded_at'] ?? at) })) continue
      const words = wordsOf({ fr: String(row['fr']), en: String(row['en']), author: String(row['author']) })
      this.#sql.unindex.run(seq, words, tagsOfRow(row, at))
      this.#sql.index.run(seq, words, tagsOfRow(row, at + by))
      this.#sql.retime.run(by, by, from, by, seq)
    }
    this.#sql.retimeStrikes.run(by, from, to)
  }

  search(query: LogQuery): readonly LogLine[] {
    const rows = this.#sql.search.all(logMatch(query), query.cursor ?? Number.MAX_SAFE_INTEGER, query.limit)
    return rows.map((row) => this.#read(row))
  }

  after(crisis: string, after: number, limit: number): readonly LogLine[] {
    return this.#sql.after.all(crisis, after, limit).map((row) => this.#read(row))
  }

  /** Of one crisis. */
  count(crisis: string): number {
    return Number(this.#sql.count.get(crisis)?.['n'])
  }

  /** By the table, by its index, and by what is searched. */
  areWhole(entries: number): boolean {
    return this.#sql.counts.every((count) => count.get()?.['n'] === entries)
  }

  #learnName(event: Event): void {
    const given = nameGivenBy(event)
    if (given === null) return
    if (given.name === null) this.#sql.unname.run(given.id)
    else this.#sql.name.run(given.id, given.name, Number(given.isSealed))
  }

  #tell({ by, event }: Telling) {
    const mentioned = new Set<string>()
    const lookup = (id: string) => {
      const row = this.#sql.nameOf.get(id)
      if (row?.['sealed'] === 1) mentioned.add(id)
      return nameIn(row)
    }
    const [fr, en] = [tell(event, lookup, 'fr'), tell(event, lookup, 'en')]
    return { fr, en, author: tellAuthor(by, lookup, 'fr'), mentioned }
  }

  /** A line is struck out in its own crisis; what was struck before keeps its first reason. */
  #strike({ at, by, crisis }: Entry, { line, reason }: Extract<Event, { type: 'journal.struck' }>): void {
    this.#sql.strike.run(JSON.stringify({ by, at, reason }), line, crisis)
  }

  #read(row: Row): LogLine {
    const { struck, happened_at: happenedAt, recorded_at: recordedAt, ...line } = row
    const times = { happenedAt, recordedAt }
    if (typeof struck !== 'string') return { ...line, ...times, struck: null } as LogLine
    const strike = JSON.parse(struck) as { by: string; at: number; reason: string }
    const author = tellAuthor(strike.by as LogLine['by'], (id) => nameIn(this.#sql.nameOf.get(id)), 'fr')
    return { ...line, ...times, struck: { ...strike, author } } as LogLine
  }
}

function statementsOn(database: DatabaseSync) {
  const columns = 'l.seq, l.at, l.happened_at, l.recorded_at, l.by, l.author, l.type, l.fr, l.en, l.struck'
  return {
    insert: database.prepare(
      'INSERT INTO lines (seq, at, happened_at, by, author, crisis, type, fr, en) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    index: database.prepare('INSERT INTO lines_index (rowid, words, tags) VALUES (?, ?, ?)'),
    unindex: database.prepare(
      "INSERT INTO lines_index (lines_index, rowid, words, tags) VALUES ('delete', ?, ?, ?)",
    ),
    name: database.prepare('INSERT OR REPLACE INTO names VALUES (?, ?, ?)'),
    unname: database.prepare('DELETE FROM names WHERE id = ? AND sealed = 1'),
    nameOf: database.prepare('SELECT name, sealed FROM names WHERE id = ?'),
    mention: database.prepare('INSERT OR REPLACE INTO mentions VALUES (?, ?, ?)'),
    unmention: database.prepare('DELETE FROM mentions WHERE id = ?'),
    mentionsOf: database.prepare(
      'SELECT l.seq, l.at, l.by, l.crisis, l.fr, l.en, l.author, m.event FROM mentions m JOIN lines l ON l.seq = m.seq WHERE m.id = ?',
    ),
    between: database.prepare(
      'SELECT seq, at, recorded_at, by, crisis, type, fr, en, author FROM lines WHERE seq BETWEEN ? AND ?',
    ),
    retime: database.prepare(
      `UPDATE lines SET recorded_at = nullif(coalesce(recorded_at, at), at + ?), at = at + ?,
         happened_at = CASE WHEN happened_at >= ? THEN happened_at + ? ELSE happened_at END WHERE seq = ?`,
    ),
    retimeStrikes: database.prepare(
      "UPDATE lines SET struck = json_set(struck, '$.at', struck ->> '$.at' + ?) WHERE struck ->> '$.at' BETWEEN ? AND ?",
    ),
    retell: database.prepare('UPDATE lines SET fr = ?, en = ?, author = ? WHERE seq = ?'),
    strike: database.prepare('UPDATE lines SET struck = ? WHERE seq = ? AND crisis IS ? AND struck IS NULL'),
    search: database.prepare(
      `SELECT ${columns} FROM lines_index i JOIN lines l ON l.seq = i.rowid
       WHERE lines_index MATCH ? AND i.rowid < ? ORDER BY i.rowid DESC LIMIT ?`,
    ),
    count: database.prepare('SELECT count(*) AS n FROM lines INDEXED BY lines_in_order WHERE crisis = ?'),
    counts: ['lines NOT INDEXED', 'lines INDEXED BY lines_in_order', 'lines_index_docsize'].map((rows) =>
      database.prepare(`SELECT count(*) AS n FROM ${rows}`),
    ),
    after: database.prepare(
      `SELECT ${columns} FROM lines l WHERE l.crisis = ? AND l.seq > ? ORDER BY l.seq LIMIT ?`,
    ),
  }
}

function nameIn(row: Row | undefined): string | null {
  return row === undefined ? null : String(row['name'])
}

/** Both languages are found; words they share are indexed once. */
function wordsOf({ fr, en, author }: Readonly<{ fr: string; en: string; author: string }>): string {
  return searchable(fr === en ? `${author} ${fr}` : `${author} ${fr} ${en}`)
}

function tagsOfLine({ at, by, crisis, event }: Telling): string {
  const { type } = event
  return tagsOf(crisis ?? 'standing', { feature: featureOf(type), type, person: by, day: dayOf(at) })
}

function happenedAtOf(event: Event): number | null {
  return 'happenedAt' in event ? event.happenedAt : null
}

function withoutPersonal(event: Event): Event {
  return 'personal' in event ? { ...event, personal: null } : event
}
