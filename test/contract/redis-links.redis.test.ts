import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { day, second } from '#shared/lib/time.ts'
import { shareSignInLimits } from '#server/access/limits-redis.ts'
import { shareClock } from '#server/clock/redis-time.ts'
import { createLogger } from '#server/lib/logger.ts'
import { PresenceBoard } from '#server/sync/presence.ts'
import { relayPresence } from '#server/sync/presence-redis.ts'
import { eventually } from '../support/eventually.ts'
import { RedisServer } from '../support/redis-server.ts'

const logger = createLogger('silent')

let redis: RedisServer
beforeEach(async () => {
  redis = await RedisServer.start()
})
afterEach(async () => {
  vi.useRealTimers()
  await redis[Symbol.asyncDispose]()
})

test('[Z20] a Redis whose answers are swallowed counts as not answering, and is asked again', async () => {
  await using clock = await shareClock({ url: redis.url, logger })
  expect(Math.abs(((await clock.now()) ?? 0) - Date.now())).toBeLessThan(5 * second)
  redis.hang()
  expect(await clock.now()).toBeNull()
  redis.goOn()
  await eventually(async () => expect(await clock.now()).not.toBeNull())
}, 60_000)

test('[Z20] a Redis whose answers are swallowed keeps no server from stopping', async () => {
  const given = { url: redis.url, namespace: 'essai', logger }
  const clock = await shareClock(given)
  const limits = await shareSignInLimits(given)
  const relay = await relayPresence({ ...given, board: new PresenceBoard(() => undefined) })
  redis.hang()
  const asked = clock.now()
  const attempt = { login: 'alice', account: null, unlockedAt: null, device: null, address: '10.0.0.1' }
  const counted = limits.attempt(attempt)
  for (const link of [clock, limits, relay]) await link[Symbol.asyncDispose]()
  expect(await asked).toBeNull()
  // Counted by this node alone.
  expect(await counted).toMatchObject({ wait: 0 })
})

test('[Z21] who is here elsewhere is gone once their server is silent, not when a clock jumps', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  let steady = 0
  const board = new PresenceBoard(() => undefined)
  const given = { url: redis.url, namespace: 'essai', logger }
  await using relays = new AsyncDisposableStack()
  relays.use(await relayPresence({ ...given, board, steady: () => steady }))
  const other = new PresenceBoard(() => undefined)
  relays.use(await relayPresence({ ...given, board: other }))
  other.arrive({ connection: 'c1', person: 'p1' } as never)
  await eventually(() => expect(board.list()).toHaveLength(1))
  // What the other node says meanwhile arrives in a later turn.
  vi.setSystemTime(Date.now() + 3 * day)
  vi.advanceTimersByTime(4 * second)
  expect(board.list()).toHaveLength(1)
  steady += 11 * second
  vi.advanceTimersByTime(4 * second)
  expect(board.list()).toEqual([])
})
