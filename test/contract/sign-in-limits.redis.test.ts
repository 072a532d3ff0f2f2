import { afterAll, afterEach, beforeAll } from 'vitest'
import { shareSignInLimits } from '#server/access/limits-redis.ts'
import { createLogger } from '#server/lib/logger.ts'
import { RedisServer } from '../support/redis-server.ts'
import { signInLimitsContract } from './sign-in-limits.contract.ts'

let redis: RedisServer
beforeAll(async () => {
  redis = await RedisServer.start()
})
afterAll(() => redis[Symbol.asyncDispose]())

const open: AsyncDisposable[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one[Symbol.asyncDispose]()
})

let started = 0

signInLimitsContract(async () => {
  started += 1
  const limits = await shareSignInLimits({
    url: redis.url,
    namespace: `essai${started}`,
    logger: createLogger('silent'),
  })
  open.push(limits)
  return limits
})
