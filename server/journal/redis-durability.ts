import { JournalRefused, JournalUnavailable } from './port.ts'
import type { RedisConnection } from './redis-connection.ts'
import type { Keys } from './redis-names.ts'

/**
 * A journal on a Redis that keeps nothing on disk would be lost with the first restart.
 *
 * `INFO` tells whether the append-only file is on even where a provider denies `CONFIG`. Where a provider keeps data in
 * a way of its own, which Redis cannot tell, the administrator vouches for it (`declared`, REDIS_DURABLE=declared).
 *
 * Throws `JournalRefused` with the sentence that mends it; returns what is worth a warning.
 */
export async function checkDurability(redis: RedisConnection, declared: boolean): Promise<readonly string[]> {
  const info = String(await redis.send<Buffer>(['INFO']))
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'noeviction'
  if (policy.startsWith('allkeys')) {
    throw new JournalRefused(
      `Redis may throw the journal away when its memory is full (maxmemory-policy ${policy}): run "CONFIG SET maxmemory-policy noeviction" and set it in redis.conf`,
    )
  }
  if (declared) return []
  if (!/^aof_enabled:1/m.test(info)) {
    throw new JournalRefused(
      'Redis keeps nothing on disk (appendonly is off): run "CONFIG SET appendonly yes" and set "appendonly yes" in redis.conf, or set REDIS_DURABLE=declared if your provider keeps the data in another way',
    )
  }
  const fsync = await readFsync(redis)
  if (fsync === 'always') return []
  return [
    fsync === null
      ? 'Redis does not tell its appendfsync setting: unless it is "always", the last second may be lost in a power cut'
      : `Redis has appendfsync ${fsync}: what was acknowledged in the last second may be lost in a power cut; run "CONFIG SET appendfsync always" and set it in redis.conf`,
  ]
}

/** Null where the provider denies CONFIG. */
async function readFsync(redis: RedisConnection): Promise<string | null> {
  try {
    const [, value] = await redis.send<Buffer[]>(['CONFIG', 'GET', 'appendfsync'])
    return value === undefined ? null : String(value)
  } catch (error) {
    if (error instanceof JournalUnavailable) return null
    throw error
  }
}

/** Two changes that leave nothing: Redis writes them down as a transaction of its own. */
const changeNothing = `
redis.call('HSET', KEYS[1], 'probe', '')
redis.call('HDEL', KEYS[1], 'probe')
`

/**
 * Writes some bytes down and takes them away again. To be done on each new connection before anything counts on it: a
 * transaction that a crash cut in two, of whatever program, swallows all that is written after it until another one ends
 * (docs/adr/0012-one-write-at-a-time.md).
 */
export async function writeNothing(redis: RedisConnection, keys: Keys): Promise<void> {
  await redis.send(['EVAL', changeNothing, '1', keys.meta])
}
