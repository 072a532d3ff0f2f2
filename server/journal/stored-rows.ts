/** The journal as it lies in the store, for those who check it without opening it: no key, no lock, no writing. */
import { DatabaseSync } from 'node:sqlite'
import { noJournal } from './port.ts'
import { RedisConnection } from './redis-connection.ts'
import { keysOf } from './redis-names.ts'
import { hasJournal, rowsAfter } from './redis-rows.ts'
import { existingJournal } from './sqlite-schema.ts'
import type { StoredEntry } from './stored.ts'

const page = 1_000

/** May run beside a server that writes. Throws `JournalRefused` where there is no journal. */
export async function* sqliteRows(folder: string): AsyncGenerator<readonly StoredEntry[]> {
  using db = new DatabaseSync(existingJournal(folder), { readOnly: true, timeout: 5_000 })
  const select = db.prepare('SELECT seq, body, sealed, hash FROM entries WHERE seq > ? ORDER BY seq LIMIT ?')
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const rows = select.all(after, page) as StoredEntry[]
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = last.seq
  }
}

/** Throws `JournalRefused` where there is no journal, `JournalUnavailable` when Redis does not answer. */
export async function* redisRows(url: string, namespace: string): AsyncGenerator<readonly StoredEntry[]> {
  await using redis = await RedisConnection.open(url, 5_000)
  const keys = keysOf(namespace)
  if (!(await hasJournal(redis, keys))) throw noJournal('NAMESPACE', namespace)
  for (let after = -1; ;) {
    const rows = await rowsAfter(redis, keys, { after, limit: page })
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = last.seq
  }
}
