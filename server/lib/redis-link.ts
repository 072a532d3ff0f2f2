/** A reply may not come because the network swallowed it: after this silence the connection is made anew (ms). */
const silence = 10_000
/** Keeps a healthy but idle connection from looking silent (ms). */
const ping = 3_000
/** The longest pause between two attempts to reconnect (ms): desks wait with a banner until it succeeds. */
const longestPause = 1_000

/**
 * Redis' client, read with the first connection: without it a server on SQLite starts, and a command like `verify` runs,
 * in three quarters of the processor's time.
 */
export const redisClient = () => import('redis')

/** How every connection to Redis is kept, whatever it is for: none waits for an answer that will not come. */
export const redisLink = {
  pingInterval: ping,
  // A command that cannot be sent now fails now: its author is told, rather than acknowledged at some later time.
  disableOfflineQueue: true,
  socket: {
    connectTimeout: 3_000,
    socketTimeout: silence,
    reconnectStrategy: (retries: number) => Math.min(25 * 2 ** retries, longestPause),
  },
} as const
