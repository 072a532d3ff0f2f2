import { setTimeout as pause } from 'node:timers/promises'
import { JournalUnavailable } from './port.ts'
import type { RedisConnection } from './redis-connection.ts'

const askEvery = 50
/** A file of gigabytes takes Redis less. */
const patience = 120_000

/**
 * Has Redis write its append-only file anew, and waits for it: what was deleted stays in the old one. Where the provider
 * denies it, the file is the provider's affair (docs/administrateur.md). Throws `JournalUnavailable` when it fails.
 */
export async function rewriteFile(redis: RedisConnection): Promise<void> {
  const until = performance.now() + patience
  // One that has begun before may still hold what was deleted since.
  await untilWritten(redis, until)
  try {
    await redis.send(['BGREWRITEAOF'])
  } catch (error) {
    const { message } = error as Error
    if (/in progress/i.test(message)) return rewriteFile(redis)
    if (/unknown command|NOPERM/i.test(message)) return
    throw error
  }
  const status = await untilWritten(redis, until)
  if (status !== 'ok') throw new JournalUnavailable('Redis could not write its append-only file anew')
}

/** How the last one ended. */
async function untilWritten(redis: RedisConnection, until: number): Promise<string> {
  while (performance.now() < until) {
    const info = String(await redis.send<Buffer>(['INFO', 'persistence']))
    const value = (name: string) => new RegExp(`^${name}:(\\S+)`, 'm').exec(info)?.[1] ?? ''
    if (value('aof_enabled') === '0') return 'ok'
    const isUnderWay = value('aof_rewrite_in_progress') === '1' || value('aof_rewrite_scheduled') === '1'
    if (!isUnderWay) return value('aof_last_bgrewrite_status')
    await pause(askEvery)
  }
  throw new JournalUnavailable('Redis has not written its append-only file anew within two minutes')
}
