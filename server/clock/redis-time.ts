import { second } from '#shared/lib/time.ts'
import type { SecondClock } from '#server/clock/keeper.ts'
import { RedisConnection } from '#server/journal/redis-connection.ts'
import type { Logger } from '#server/lib/logger.ts'

/** The clock of the machine that all nodes share. */
export type SharedClock = Readonly<{ now: SecondClock }> & AsyncDisposable

/** It has answered the journal a moment ago (ms). */
const startPatience = 5_000

/** Throws when Redis does not answer at the start. */
export async function shareClock({
  url,
  logger,
}: Readonly<{ url: string; logger: Logger }>): Promise<SharedClock> {
  const connection = await RedisConnection.open(url, startPatience)
  let isAnswering = true
  const now = async () => {
    try {
      const [seconds, microseconds] = await connection.send<[Buffer, Buffer]>(['TIME'])
      isAnswering = true
      return Number(seconds.toString()) * second + Math.floor(Number(microseconds.toString()) / second)
    } catch (error) {
      if (isAnswering) logger.warn({ error }, 'the clock is compared with no other')
      isAnswering = false
      return null
    }
  }
  return { now, [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose]() }
}
