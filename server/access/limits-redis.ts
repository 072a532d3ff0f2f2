import { RateLimiterRedis } from 'rate-limiter-flexible'
import { createSignInLimits, inMemory, type SignInLimits } from '#server/access/limits.ts'
import type { Logger } from '#server/lib/logger.ts'
import { redisClient, redisLink } from '#server/lib/redis-link.ts'

type Options = Readonly<{ url: string; namespace: string; logger: Logger }>

/**
 * Sign-in attempts counted once for all nodes: whoever guesses passwords must not get a fresh count at each of them.
 * While Redis is away this node counts by itself. Throws when Redis does not answer at the start.
 */
export async function shareSignInLimits({
  url,
  namespace,
  logger,
}: Options): Promise<SignInLimits & AsyncDisposable> {
  const { createClient } = await redisClient()
  const client = createClient({ url, ...redisLink })
  client.on('error', (error: unknown) =>
    logger.warn({ error }, 'sign-in attempts are counted on this node alone'),
  )
  await client.connect()
  const limits = createSignInLimits(
    (settings) =>
      new RateLimiterRedis({
        ...settings,
        keyPrefix: `{${namespace}}:sign-in:${settings.keyPrefix}`,
        storeClient: client,
        useRedisPackage: true,
        insuranceLimiter: inMemory(settings),
      }),
  )
  return {
    ...limits,
    [Symbol.asyncDispose]: () => {
      if (client.isOpen) client.destroy()
      return Promise.resolve()
    },
  }
}
