import type { DatabaseSync } from 'node:sqlite'
import type { Correction } from '#shared/clock/events.ts'
import { type Move, retime } from '#shared/clock/retime.ts'
import type { CallsEvent } from '#shared/calls/events.ts'
import { maskSheet } from '#shared/calls/mask.ts'
import { reasonLabel } from '#shared/calls/reason-labels.ts'
import { evolveSheet, sheetsConcernedBy } from '#shared/calls/sheet.ts'
import type { Sight } from '#shared/calls/sight.ts'
import type { Sheet } from '#shared/calls/state.ts'
import { themeOf } from '#shared/calls/reasons.ts'
import { featureOf, type Event } from '#shared/event.ts'
import type { Entry } from '#shared/journal/entry.ts'
import type { SheetId } from '#shared/lib/id.ts'
import type { SheetQuery, SheetRecord, SheetRow, SheetVersion } from '#shared/register/queries.ts'
import { searchable } from '#shared/register/terms.ts'
import { dayOf, sheetMatch, tagsOf } from './match.ts'

type Stored = Readonly<{ seq: number; crisis: string; sheet: Sheet }>

/** Sheets in memory at once while all are gone through. */
const pageLength = 500

/** Every call sheet as it stands, its superseded versions, and the index over them. */
export class Sheets {
  readonly #sql

  constructor(database: DatabaseSync) {
    this.#sql = statementsOn(database)
  }

  add(entry: Entry): void {
    const { crisis, event } = entry
    if (crisis === null || !isCallsEvent(event)) return
    for (const id of sheetsConcernedBy(event)) this.#change(id, { ...entry, crisis, event })
  }

  /** The sheet keeps what happened and loses who called, in every version. */
  forget(id: string): void {
    const stored = this.#find(id)
    if (stored === null) return
    this.#replace(stored, { ...stored.sheet, personal: null })
    for (const version of this.#versionsOf(id)) {
      this.#sql.reword.run(JSON.stringify({ ...version.sheet, personal: null }), id, version.revision)
    }
  }

  /** What was recorded of any sheet under a wrong clock, as the state moves it; `onMoved` is told of each that is moved. */
  retime(
    correction: Move & Pick<Correction, 'last'>,
    onMoved: (crisis: string, was: Sheet, now: Sheet) => void,
  ): void {
    for (const stored of this.#upTo(correction.last)) {
      const sheet = retime(stored.sheet, correction)
      for (const version of sheet.revision > 1 ? this.#versionsOf(sheet.id) : []) {
        this.#retimeVersion(sheet.id, version, correction)
      }
      if (sheet === stored.sheet) continue
      this.#replace(stored, sheet)
      onMoved(stored.crisis, stored.sheet, sheet)
    }
  }

  search(query: SheetQuery, sight: Sight): readonly SheetRow[] {
    const before = query.cursor ?? Number.MAX_SAFE_INTEGER
    const rows = this.#sql.search.all(sheetMatch(query, sight), before, query.limit)
    return rows.map(({ seq, sheet }) => ({ seq: Number(seq), sheet: parseSheet(sheet) }))
  }

  find(id: string): SheetRecord | null {
    const stored = this.#find(id)
    if (stored === null) return null
    const { crisis, sheet } = stored
    return { crisis, sheet, versions: this.#versionsOf(id) } as SheetRecord
  }

  byPhone(crisis: string, phone: string): readonly Sheet[] {
    return this.#sql.byPhone.all(crisis, phone).map(({ sheet }) => parseSheet(sheet))
  }

  /** As many as were ever put in, by the table and by what is searched. */
  areWhole(): boolean {
    const made = Number(this.#sql.made.get()?.['value'])
    return this.#sql.counts.every((count) => count.get()?.['n'] === made)
  }

  /** All that had been logged by then: any of them may have been called back or corrected since. */
  *#upTo(last: number): Iterable<Stored> {
    let after = 0
    for (;;) {
      const page = this.#sql.page.all(after, last, pageLength).map(storedIn)
      yield* page
      if (page.length < pageLength) return
      after = page.at(-1)?.seq ?? last
    }
  }

  #retimeVersion(id: SheetId, { revision, replacedAt, sheet }: SheetVersion, correction: Move): void {
    const moved = retime({ replacedAt }, correction)
    this.#sql.retimeVersion.run(moved.replacedAt, JSON.stringify(retime(sheet, correction)), id, revision)
  }

  #change(id: SheetId, fact: Entry & { readonly crisis: string; readonly event: CallsEvent }): void {
    const stored = this.#find(id)
    const next = evolveSheet(stored?.sheet ?? null, id, fact)
    if (next === null || next === stored?.sheet) return
    if (stored === null) {
      this.#insert({ seq: fact.seq, crisis: fact.crisis, sheet: next })
      return
    }
    const { sheet } = stored
    if (next.revision > sheet.revision) {
      this.#sql.version.run(id, sheet.revision, fact.at, fact.by, JSON.stringify(sheet))
    }
    this.#replace(stored, next)
  }

  #insert(stored: Stored): void {
    const { seq, crisis, sheet } = stored
    this.#sql.insert.run(seq, sheet.id, crisis, JSON.stringify(sheet))
    this.#sql.oneMore.run()
    this.#index(stored)
  }

  #replace(stored: Stored, next: Sheet): void {
    this.#sql.update.run(JSON.stringify(next), stored.seq)
    const [before, after] = [indexedAs(stored), indexedAs({ ...stored, sheet: next })]
    if (JSON.stringify(before) === JSON.stringify(after)) return
    const { words, notes, number, personal, tags } = before
    this.#sql.unindex.run(stored.seq, words, notes, number, personal, tags)
    for (const phone of phonesOf(stored.sheet)) this.#sql.unphone.run(stored.crisis, phone, stored.seq)
    this.#index({ ...stored, sheet: next })
  }

  #index(stored: Stored): void {
    const { words, notes, number, personal, tags } = indexedAs(stored)
    this.#sql.index.run(stored.seq, words, notes, number, personal, tags)
    for (const phone of phonesOf(stored.sheet)) this.#sql.phone.run(stored.crisis, phone, stored.seq)
  }

  #find(id: string): Stored | null {
    const row = this.#sql.find.get(id)
    return row === undefined ? null : storedIn(row)
  }

  #versionsOf(id: string): readonly SheetVersion[] {
    return this.#sql.versionsOf
      .all(id)
      .map(({ sheet, ...version }) => ({ ...version, sheet: parseSheet(sheet) }) as SheetVersion)
  }
}

function statementsOn(database: DatabaseSync) {
  return {
    find: database.prepare('SELECT seq, crisis, sheet FROM sheets WHERE id = ?'),
    page: database.prepare(
      'SELECT seq, crisis, sheet FROM sheets WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?',
    ),
    insert: database.prepare('INSERT INTO sheets (seq, id, crisis, sheet) VALUES (?, ?, ?, ?)'),
    oneMore: database.prepare("UPDATE meta SET value = value + 1 WHERE key = 'sheets'"),
    made: database.prepare("SELECT value FROM meta WHERE key = 'sheets'"),
    counts: ['sheets NOT INDEXED', 'sheets_index_docsize'].map((rows) =>
      database.prepare(`SELECT count(*) AS n FROM ${rows}`),
    ),
    update: database.prepare('UPDATE sheets SET sheet = ? WHERE seq = ?'),
    version: database.prepare('INSERT OR REPLACE INTO versions VALUES (?, ?, ?, ?, ?)'),
    retimeVersion: database.prepare(
      'UPDATE versions SET replaced_at = ?, sheet = ? WHERE id = ? AND revision = ?',
    ),
    reword: database.prepare('UPDATE versions SET sheet = ? WHERE id = ? AND revision = ?'),
    versionsOf: database.prepare(
      `SELECT revision, replaced_at AS replacedAt, replaced_by AS replacedBy, sheet
       FROM versions WHERE id = ? ORDER BY revision`,
    ),
    index: database.prepare(
      'INSERT INTO sheets_index (rowid, words, notes, number, personal, tags) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    unindex: database.prepare(
      `INSERT INTO sheets_index (sheets_index, rowid, words, notes, number, personal, tags)
       VALUES ('delete', ?, ?, ?, ?, ?, ?)`,
    ),
    phone: database.prepare('INSERT OR IGNORE INTO phones VALUES (?, ?, ?)'),
    unphone: database.prepare('DELETE FROM phones WHERE crisis = ? AND phone = ? AND seq = ?'),
    byPhone: database.prepare(
      `SELECT s.sheet FROM phones p JOIN sheets s ON s.seq = p.seq
       WHERE p.crisis = ? AND p.phone = ? ORDER BY p.seq DESC LIMIT 10`,
    ),
    search: database.prepare(
      `SELECT s.seq, s.sheet FROM sheets_index i JOIN sheets s ON s.seq = i.rowid
       WHERE sheets_index MATCH ? AND i.rowid < ? ORDER BY i.rowid DESC LIMIT ?`,
    ),
  }
}

function isCallsEvent(event: Event): event is CallsEvent {
  return featureOf(event.type) === 'calls'
}

function storedIn(row: Readonly<Record<string, unknown>>): Stored {
  return { seq: Number(row['seq']), crisis: String(row['crisis']), sheet: parseSheet(row['sheet']) }
}

function parseSheet(stored: unknown): Sheet {
  return JSON.parse(String(stored)) as Sheet
}

function phonesOf({ personal }: Sheet): readonly string[] {
  const phone = personal?.caller?.phone ?? null
  return phone === null ? [] : [phone]
}

/** What the index holds of a sheet. Must depend on nothing else: deleting from it takes the very same text. */
function indexedAs({ crisis, sheet }: Stored) {
  const { content, by, personal } = sheet
  const { reason, commune, outcome, urgency, startedAt } = content
  const notes = textsOf(maskSheet(sheet, 'masked'))
  // What the mask takes from a text is found by those alone who read it whole.
  const hidden = textsOf(sheet).filter((text) => !notes.includes(text))
  const tags = { theme: themeOf(reason), reason, commune: commune?.code ?? null, outcome, urgency }
  return {
    words: searchable(join(factsOf(sheet))),
    notes: searchable(join(notes)),
    number: searchable(personal?.caller?.phone ?? ''),
    personal: searchable(join([personal?.caller, personal?.sought, ...hidden])),
    tags: tagsOf(crisis, { ...tags, person: by, day: dayOf(startedAt) }),
  }
}

/** What everybody reads of a sheet (`shared/calls/mask.ts`). */
function factsOf({ content }: Sheet): readonly unknown[] {
  const { reason, commune, upward, redirectedTo } = content
  return [reasonLabel(reason, 'fr'), commune?.name, redirectedTo, upward?.fact, upward?.place]
}

/** What was said and answered: the room reads it. */
function textsOf({ personal }: Sheet): readonly unknown[] {
  return [personal?.note, personal?.request, personal?.answer, personal?.callbackNote]
}

function join(values: readonly unknown[]): string {
  // A line each: the end of a number and the beginning of an address are not one number.
  return values.flatMap(textsIn).join('\n')
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
