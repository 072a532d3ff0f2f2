import { shareSignInLimits } from '#server/access/limits-redis.ts'
import { createSignInLimits, type SignInLimits } from '#server/access/limits.ts'
import type { Config } from '#server/config.ts'
import type { Clock } from '#server/lib/clock.ts'
import type { Logger } from '#server/lib/logger.ts'
import { relayPresence } from '#server/sync/presence-redis.ts'
import type { PresenceBoard } from '#server/sync/presence.ts'

/** What several nodes share beside the journal: who is here, and how often someone has tried to sign in. */
export type Nodes = Readonly<{ limits: SignInLimits; close: () => Promise<void> }>

type Joining = Readonly<{ config: Config; board: PresenceBoard; clock: Clock; logger: Logger }>

/** On SQLite there is only this node. */
export async function joinNodes({ config, board, clock, logger }: Joining): Promise<Nodes> {
  if (config.JOURNAL === 'sqlite') return { limits: createSignInLimits(), close: () => Promise.resolve() }
  const { REDIS_URL: url, NAMESPACE: namespace } = config
  const relay = await relayPresence({ url, namespace, board, clock, logger })
  const limits = await shareSignInLimits({ url, namespace, logger })
  return {
    limits,
    close: async () => {
      await relay[Symbol.asyncDispose]()
      await limits[Symbol.asyncDispose]()
    },
  }
}
