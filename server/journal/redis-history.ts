/**
 * Whether the stream is still the history that this node knows. A Redis that was put back to an earlier state gives the same
 * numbers to other entries, and a node that went on would live in a truth of its own.
 */
import { JournalUnavailable } from './port.ts'
import type { RedisConnection } from './redis-connection.ts'
import type { Keys } from './redis-names.ts'
import { rowsAfter, type Tail, tailOf } from './redis-rows.ts'

/** The hash of the batch that ends with an entry, without its entries; nothing when none ends there. */
const hashOfBatch = `
local batch = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])[1]
if not batch then return false end
for i = 1, #batch[2], 2 do if batch[2][i] == 'h' then return batch[2][i + 1] end end
return false
`

/** Why this node may not go on with the stream; null while it holds the entry that this node knows as its last. */
export async function partingOf(
  redis: RedisConnection,
  keys: Keys,
  known: Tail,
): Promise<JournalUnavailable | null> {
  if (known.seq === 0) return null
  const hash = await redis.send<Buffer | null>(['EVAL', hashOfBatch, '1', keys.journal, `${known.seq}-0`])
  if (hash?.equals(known.hash) === true) return null
  // A page may have ended inside a batch.
  const [row] = hash === null ? await rowsAfter(redis, keys, { after: known.seq - 1, limit: 1 }) : []
  if (row !== undefined && known.hash.equals(row.hash)) return null
  const tail = await tailOf(redis, keys)
  return tail.seq < known.seq ? lost(tail.seq, known.seq) : otherHistory(known.seq)
}

function lost(found: number, seen: number): JournalUnavailable {
  return new JournalUnavailable(
    `Redis came back with ${found} entries where ${seen} were acknowledged: it has lost data. Restore it from its append-only file or a replica, or restart every node to go on without them`,
  )
}

function otherHistory(seq: number): JournalUnavailable {
  return new JournalUnavailable(
    `Redis was put back to an earlier state and written since: its entry ${seq} is not the one that this node knows. Nothing more is recorded here; restore the Redis that was, or restart every node to go on with this one`,
  )
}
