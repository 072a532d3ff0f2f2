import type { ErrorReply } from 'redis'
import { redisClient, redisLink } from '#server/lib/redis-link.ts'
import { JournalUnavailable } from './port.ts'

type Made = Awaited<ReturnType<typeof makeClient>>

async function makeClient(url: string) {
  const { createClient, ErrorReply, RESP_TYPES } = await redisClient()
  const client = createClient({
    url,
    RESP: 2,
    ...redisLink,
    commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
  })
  const isRefusal = (cause: unknown): cause is ErrorReply => cause instanceof ErrorReply
  return { client, isRefusal }
}

/** One connection to Redis that comes back by itself. Replies are arrays, numbers and buffers. */
export class RedisConnection implements AsyncDisposable {
  readonly #client: Made['client']
  readonly #isRefusal: Made['isRefusal']
  #lastError: unknown = null

  private constructor({ client, isRefusal }: Made) {
    this.#client = client
    this.#isRefusal = isRefusal
    client.on('error', (error: unknown) => (this.#lastError = error))
  }

  /** Throws `JournalUnavailable` when Redis does not answer within `patience` ms. */
  static async open(url: string, patience: number): Promise<RedisConnection> {
    const connection = new RedisConnection(await makeClient(url))
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(connection.#unavailable(connection.#lastError)), patience)
    })
    try {
      await Promise.race([connection.#client.connect(), late])
      return connection
    } catch (cause) {
      connection.#client.destroy()
      throw cause instanceof JournalUnavailable ? cause : connection.#unavailable(cause)
    } finally {
      clearTimeout(timer)
    }
  }

  /** Called at each new connection, before any command of the caller's that waits for it. */
  onReconnect(listener: () => void): void {
    this.#client.on('ready', listener)
  }

  /** Throws `JournalUnavailable`; then the command may or may not have been carried out. */
  async send<T>(args: readonly (string | Buffer)[]): Promise<T> {
    try {
      return await this.#client.sendCommand<T>([...args])
    } catch (cause) {
      throw this.#unavailable(cause)
    }
  }

  /** From then on the connection is for this alone. What is published while it is away is missed. */
  async subscribe(channel: string, listener: (message: Buffer) => void): Promise<void> {
    await this.#client.subscribe(channel, listener, true)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#client.isOpen) this.#client.destroy()
    return Promise.resolve()
  }

  #unavailable(cause: unknown): JournalUnavailable {
    // Redis' own words are for the administrator (no memory, read-only, loading…); the library's say less than this.
    const words = this.#isRefusal(cause) ? `refuses: ${cause.message}` : 'does not answer'
    return new JournalUnavailable(`Redis (REDIS_URL) ${words}`, { cause })
  }
}
