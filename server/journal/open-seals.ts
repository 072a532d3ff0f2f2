/** Opening every sealed part of a journal that nobody has opened: for verification and backups. */
import type { KeyObject } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import type { SubjectId } from '#shared/lib/id.ts'
import type { Unreadable } from './port.ts'
import { RedisConnection } from './redis-connection.ts'
import { RedisKeys } from './redis-keys.ts'
import { keysOf } from './redis-names.ts'
import { existingJournal, refuseOtherKey } from './sqlite-schema.ts'
import { SqliteKeys } from './sqlite-keys.ts'
import { redisRows, sqliteRows } from './stored-rows.ts'
import { subjectOf } from './stored.ts'
import { UnreadableSubjects } from './unreadable.ts'

/** Throws `JournalRefused` where that is another key than the journal was sealed with. */
export async function openSqliteSeals(folder: string, masterKey: KeyObject): Promise<readonly Unreadable[]> {
  using db = new DatabaseSync(existingJournal(folder), { readOnly: true, timeout: 5_000 })
  refuseOtherKey(db, masterKey)
  const keys = new SqliteKeys(db, masterKey)
  const unreadable = new UnreadableSubjects()
  for await (const rows of sqliteRows(folder)) {
    for (const { seq, body, sealed } of rows) {
      if (sealed === null) continue
      const subject = subjectOf(seq, body)
      if (keys.unseal(subject, sealed) === undefined) unreadable.found({ subject: subject as SubjectId, seq })
    }
  }
  return unreadable.list()
}

export async function openRedisSeals(
  url: string,
  namespace: string,
  masterKey: KeyObject,
): Promise<readonly Unreadable[]> {
  await using redis = await RedisConnection.open(url, 5_000)
  const keys = new RedisKeys(redis, keysOf(namespace), masterKey)
  for await (const rows of redisRows(url, namespace)) await keys.openAll(rows)
  return keys.unreadable.list()
}
