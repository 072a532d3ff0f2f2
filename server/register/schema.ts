import { closeSync, openSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** Another version on disk: the file is thrown away and rebuilt. Raised with any change to tables, words or tags. */
const version = '5'

/*
 * Two full-text tables, contentless: a search ends in rowids (= seq), rows are read from the tables beside them.
 * Filters are tokens of the same index, so that every search is one MATCH ordered by rowid, newest first.
 * `detail=column` keeps what column filters need and drops positions: nobody searches phrases here.
 * `prefix`: a search while typing is one list to walk, not the union of all words that begin so. Sheets are what one
 * searches under a caller's ear: up to six letters.
 */
const fullText = (columns: string, prefixes: string) =>
  `fts5(${columns}, content='', detail=column, prefix='${prefixes}', tokenize='unicode61 remove_diacritics 2')`

const tables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE names (id TEXT PRIMARY KEY, name TEXT NOT NULL, sealed INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE lines (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, recorded_at INTEGER, happened_at INTEGER, by TEXT NOT NULL, author TEXT NOT NULL,
    crisis TEXT, type TEXT NOT NULL, fr TEXT NOT NULL, en TEXT NOT NULL, struck TEXT
  );
  CREATE INDEX lines_in_order ON lines (crisis, seq);
  CREATE TABLE mentions (id TEXT, seq INTEGER, event TEXT NOT NULL, PRIMARY KEY (id, seq)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE lines_index USING ${fullText('words, tags', '1 2 3 4')};
  CREATE TABLE sheets (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, crisis TEXT NOT NULL, sheet TEXT NOT NULL);
  CREATE TABLE versions (
    id TEXT, revision INTEGER, replaced_at INTEGER NOT NULL, replaced_by TEXT NOT NULL, sheet TEXT NOT NULL,
    PRIMARY KEY (id, revision)
  ) WITHOUT ROWID;
  CREATE TABLE phones (crisis TEXT, phone TEXT, seq INTEGER, PRIMARY KEY (crisis, phone, seq)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE sheets_index USING ${fullText('words, notes, number, personal, tags', '1 2 3 4 5 6')};
  CREATE TABLE series (
    crisis TEXT, start INTEGER, theme TEXT, count INTEGER NOT NULL, PRIMARY KEY (crisis, start, theme)
  ) WITHOUT ROWID;
  INSERT INTO lines_index (lines_index, rank) VALUES ('secure-delete', 1);
  INSERT INTO sheets_index (sheets_index, rank) VALUES ('secure-delete', 1);
  INSERT INTO meta VALUES ('version', '${version}'), ('seq', '0'), ('hash', ''), ('sheets', '0');
`

/** Deletes the file with its log: the next opening starts empty. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
}

/** Opens or makes the file, readable by its owner alone. Throws on one of another version and on one that is damaged. */
export function openDatabase(file: string): DatabaseSync {
  // SQLite gives its log and shared memory the mode of the file: made here first, none is ever readable by others.
  closeSync(openSync(file, 'a', 0o600))
  const database = new DatabaseSync(file)
  try {
    prepareDatabase(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function prepareDatabase(database: DatabaseSync): void {
  // NORMAL: a power cut may lose the last batches, which the journal gives again.
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA secure_delete = ON;
    PRAGMA cache_size = -32768;
    PRAGMA temp_store = MEMORY;
  `)
  const found = database.prepare("SELECT name FROM sqlite_schema WHERE name = 'meta'").get()
  if (found === undefined) {
    database.exec(`BEGIN; ${tables} COMMIT`)
    return
  }
  const stored = database.prepare("SELECT value FROM meta WHERE key = 'version'").get()
  if (stored?.['value'] !== version) throw new Error('register of another version')
}
