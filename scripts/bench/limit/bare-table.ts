/** The bare table's thread: each message is a group of bodies, one commit, one answer. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

const db = new DatabaseSync(join(String(workerData), 'limit.sqlite'))
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
db.exec('CREATE TABLE entries (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT')
const insert = db.prepare('INSERT INTO entries (body) VALUES (?)')

parentPort?.on('message', (bodies: readonly string[]) => {
  db.exec('BEGIN IMMEDIATE')
  for (const body of bodies) insert.run(body)
  db.exec('COMMIT')
  parentPort?.postMessage('committed')
})
