import { shareSignInLimits } from '#server/access/limits-redis.ts'
import { createSignInLimits, type SignInLimits } from '#server/access/limits.ts'
import type { SecondClock } from '#server/clock/keeper.ts'
import { shareClock } from '#server/clock/redis-time.ts'
import type { Config } from '#server/config.ts'
import type { Logger } from '#server/lib/logger.ts'
import { relayPresence } from '#server/sync/presence-redis.ts'
import type { PresenceBoard } from '#server/sync/presence.ts'

/** What several nodes share beside the journal: who is here, how often someone has tried to sign in, a clock. */
export type Nodes = Readonly<{
  limits: SignInLimits
  /** The clock that all share; null where there is none. */
  sharedTime: SecondClock | null
  close: () => Promise<void>
}>

type Joining = Readonly<{ config: Config; board: PresenceBoard; logger: Logger }>

/** On SQLite there is only this node. */
export async function joinNodes({ config, board, logger }: Joining): Promise<Nodes> {
  if (config.JOURNAL === 'sqlite') {
    return {
      limits: createSignInLimits(),
      sharedTime: null,
      close: () => Promise.resolve(),
    }
  }
  const { REDIS_URL: url, NAMESPACE: namespace } = config
  const relay = await relayPresence({ url, namespace, board, logger })
  const limits = await shareSignInLimits({ url, namespace, logger })
  const time = await shareClock({ url, logger })
  return {
    limits,
    sharedTime: time.now,
    close: async () => {
      await relay[Symbol.asyncDispose]()
      await limits[Symbol.asyncDispose]()
      await time[Symbol.asyncDispose]()
    },
  }
}
