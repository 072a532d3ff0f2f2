import { createClient } from 'redis'
import { second } from '#shared/lib/time.ts'
import type { Logger } from '#server/lib/logger.ts'

/** The clock of the machine that all nodes share (ms since the epoch); null while it does not answer. */
export type SharedClock = Readonly<{ now: () => Promise<number | null> }> & AsyncDisposable

/** Throws when Redis does not answer at the start. */
export async function shareClock({
  url,
  logger,
}: Readonly<{ url: string; logger: Logger }>): Promise<SharedClock> {
  const client = createClient({ url, disableOfflineQueue: true })
  client.on('error', (error: unknown) => logger.warn({ error }, 'the clock is compared with no other'))
  await client.connect()
  return {
    now: () =>
      client.sendCommand<[string, string]>(['TIME']).then(
        ([seconds, microseconds]) => Number(seconds) * second + Math.floor(Number(microseconds) / second),
        () => null,
      ),
    async [Symbol.asyncDispose]() {
      await client.close()
    },
  }
}
