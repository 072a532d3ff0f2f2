/**
 * The journal's file as its worker sees it: synchronous, one writer.
 *
 * Appends that wait in the inbox share one commit: each is still all or nothing on its own, and none is answered
 * before the commit is on disk. When the commit fails, every one of them fails and the head and the keys in
 * memory go back to what the disk holds.
 */
import type { Position } from '#shared/journal/entry.ts'
import type { KeyObject } from 'node:crypto'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { SubjectId } from '#shared/lib/id.ts'
import { genesis, link } from './chain.ts'

import type { AppendAnswer, AppendRequest, RowsAnswer, SealRequest } from './sqlite-protocol.ts'
import { SqliteKeys } from './sqlite-keys.ts'
import { type Erasure, JournalUnavailable, type Unreadable } from './port.ts'
import type { SqlitePlace } from './sqlite-place.ts'
import { subjectOf } from './stored.ts'

type Row = Readonly<{ seq: number; body: string; sealed: Uint8Array | null; hash: Uint8Array }>

export class SqliteStore {
  readonly #db: DatabaseSync
  readonly #place: Pick<SqlitePlace, 'check' | 'isLost'>
  readonly #keys: SqliteKeys
  readonly #statements: ReturnType<typeof prepare>
  #head: number
  #hash: Uint8Array

  constructor(db: DatabaseSync, masterKey: KeyObject, place: Pick<SqlitePlace, 'check' | 'isLost'>) {
    this.#db = db
    this.#place = place
    this.#keys = new SqliteKeys(db, masterKey)
    this.#statements = prepare(db)
    const last = this.#statements.last.get() as Row | undefined
    this.#head = last?.seq ?? 0
    this.#hash = last?.hash ?? genesis
  }

  get head(): number {
    return this.#head
  }

  /** Throws when what is written would not be found by the next start. */
  checkPlace(): void {
    this.#place.check()
  }

  /** One commit for all. When it throws nothing is acknowledged: nothing is stored, or not where it will be found. */
  append(requests: readonly AppendRequest[]): readonly AppendAnswer[] {
    if (this.#place.isLost) this.#place.check()
    const answers = this.#commit(requests)
    // Afterwards: what is acknowledged was, at that moment, in the files that the next start will read.
    this.#place.check()
    return answers
  }

  #commit(requests: readonly AppendRequest[]): readonly AppendAnswer[] {
    const before = { head: this.#head, hash: this.#hash }
    try {
      this.#statements.begin.run()
      const answers = requests.map((request) => this.#appendOne(request))
      this.#statements.commit.run()
      this.#keys.commit()
      return answers
    } catch (error) {
      if (this.#db.isTransaction) this.#statements.rollback.run()
      this.#keys.rollback()
      this.#head = before.head
      this.#hash = before.hash
      throw error
    }
  }

  read(after: number, limit: number): RowsAnswer {
    // To SQLite a negative limit is none.
    return this.#open(this.#statements.read.all(after, Math.max(0, limit)) as Row[])
  }

  entriesOf(command: string): RowsAnswer {
    return this.#open(this.#statements.entriesOf.all(command) as Row[])
  }

  /** Seals what an append to come will hold; `isFirst`: what was sealed for another before is dropped. */
  sealAhead({ subjects, personals, isFirst }: SealRequest): void {
    if (isFirst) this.#keys.dropAhead()
    subjects.forEach((subject, i) => this.#keys.sealAhead(subject, personals[i] ?? ''))
  }

  /** What the next append will need, made while nobody waits. */
  prepare(): void {
    this.#keys.prepare()
  }

  /**
   * Afterwards there is nothing left to read of the keys: not in the table, not in the write-ahead log, not in memory.
   * Throws `JournalUnavailable` while another process reads the log, a backup for one: to be asked again.
   */
  forget(erasures: readonly Erasure[]): void {
    this.#destroy(erasures)
    this.#emptyLog()
    this.#place.check()
  }

  positionOf(follower: string): Position | null {
    const row = this.#db.prepare('SELECT value FROM meta WHERE name = ?').get(`follower:${follower}`)
    return row === undefined ? null : (JSON.parse(String(row['value'])) as Position)
  }

  keepPosition(follower: string, position: Position): void {
    const keep = this.#db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)')
    keep.run(`follower:${follower}`, JSON.stringify(position))
  }

  /** Throws unless as much as a large batch takes reaches the disk. */
  probe(): void {
    this.#place.check()
    this.#db.exec("INSERT OR REPLACE INTO meta VALUES ('probe', hex(zeroblob(32768)))")
    this.#db.exec("DELETE FROM meta WHERE name = 'probe'")
    this.#place.check()
  }

  close(): void {
    this.#db.close()
  }

  #destroy(erasures: readonly Erasure[]): void {
    this.#statements.begin.run()
    try {
      for (const { subject, before = Infinity } of erasures) this.#keys.destroy(subject, before)
      this.#statements.commit.run()
    } catch (error) {
      if (this.#db.isTransaction) this.#statements.rollback.run()
      throw error
    }
  }

  #appendOne(request: AppendRequest): AppendAnswer {
    const repeated = this.#claim(request)
    if (repeated.length > 0) return { status: 'repeated', commands: repeated }
    if (request.expectedHead !== this.#head) {
      this.#release(request.commands)
      return { status: 'head-moved', head: this.#head }
    }
    const hashes = Buffer.alloc(32 * request.bodies.length)
    request.bodies.forEach((body, i) => {
      this.#insert(body, this.#seal(request, i))
      hashes.set(this.#hash, 32 * i)
    })
    return { status: 'appended', hashes }
  }

  #seal(request: AppendRequest, i: number): Uint8Array | null {
    const subject = request.subjects[i] ?? null
    const personal = request.personals[i] ?? null
    return subject === null || personal === null ? null : this.#keys.seal(subject, personal, this.#head + 1)
  }

  #insert(body: string, sealed: Uint8Array | null): void {
    const hash = link(this.#hash, body, sealed)
    this.#statements.insert.run(this.#head + 1, body, sealed, hash)
    this.#head += 1
    this.#hash = hash
  }

  /** Inserting finds what was carried out before, without asking first. All or none of the commands are claimed. */
  #claim({ commands, counts, expectedHead }: AppendRequest): readonly string[] {
    let first = expectedHead + 1
    const claimed: string[] = []
    const repeated: string[] = []
    commands.forEach((command, i) => {
      const next = first + (counts[i] ?? 1)
      const { changes } = this.#statements.command.run(command, first, next - 1)
      if (changes === 0) repeated.push(command)
      else claimed.push(command)
      first = next
    })
    if (repeated.length > 0) this.#release(claimed)
    return repeated
  }

  #release(commands: readonly string[]): void {
    for (const command of commands) this.#statements.release.run(command)
  }

  #open(rows: readonly Row[]): RowsAnswer {
    const hashes = Buffer.alloc(32 * rows.length)
    rows.forEach((row, i) => hashes.set(row.hash, 32 * i))
    const unreadable: Unreadable[] = []
    const personals = rows.map((row) => this.#unseal(row, unreadable))
    return {
      seqs: rows.map((row) => row.seq),
      bodies: rows.map((row) => row.body),
      personals,
      unreadable,
      hashes,
    }
  }

  #unseal({ seq, body, sealed }: Row, unreadable: Unreadable[]): string | null {
    if (sealed === null) return null
    const subject = subjectOf(seq, body)
    const opened = this.#keys.unseal(subject, sealed)
    if (opened === undefined) unreadable.push({ subject: subject as SubjectId, seq })
    return opened ?? null
  }

  /** Never waits for a reader: whoever has an emergency to record would wait as well. */
  #emptyLog(): void {
    const { timeout: patience } = this.#db.prepare('PRAGMA busy_timeout').get() ?? {}
    this.#db.exec('PRAGMA busy_timeout = 0')
    try {
      const { busy } = this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {}
      if (busy !== 0)
        throw new JournalUnavailable('another process reads the journal: a destroyed key is still in its log')
    } finally {
      this.#db.exec(`PRAGMA busy_timeout = ${String(patience)}`)
    }
  }
}

function prepare(db: DatabaseSync): Record<StatementName, StatementSync> {
  return {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    rollback: db.prepare('ROLLBACK'),
    last: db.prepare('SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1'),
    insert: db.prepare('INSERT INTO entries VALUES (?, ?, ?, ?)'),
    command: db.prepare('INSERT INTO commands VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
    release: db.prepare('DELETE FROM commands WHERE command = ?'),
    read: db.prepare('SELECT seq, body, sealed, hash FROM entries WHERE seq > ? ORDER BY seq LIMIT ?'),
    entriesOf: db.prepare(
      'SELECT seq, body, sealed, hash FROM commands JOIN entries ON seq BETWEEN first AND last WHERE command = ? ORDER BY seq',
    ),
  }
}

type StatementName =
  | 'begin'
  | 'commit'
  | 'rollback'
  | 'last'
  | 'insert'
  | 'command'
  | 'release'
  | 'read'
  | 'entriesOf'
