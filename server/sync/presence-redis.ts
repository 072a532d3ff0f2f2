import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { second } from '#shared/lib/time.ts'
import type { Present } from '#shared/sync/presence.ts'
import type { Logger } from '#server/lib/logger.ts'
import { redisClient, redisLink } from '#server/lib/redis-link.ts'
import type { PresenceBoard } from '#server/sync/presence.ts'

/*
 * Presence between nodes: each tells the others all its consoles, at every change and every few seconds. Nothing is
 * kept in Redis: a node that is silent for longer has gone, and its consoles with it.
 */

const sayAgainMs = 4 * second
// With the transport's own 13 s this would pass the promised 15 s, but both are only needed when a whole node dies.
const silenceMs = 10 * second
const goodbyeMs = second

type Said = Readonly<{ node: string; present: readonly Present[] }>
type Options = Readonly<{
  url: string
  namespace: string
  board: PresenceBoard
  logger: Logger
  /** A clock that nobody can set (ms): a jump of the machine's must not make everybody elsewhere leave. */
  steady?: () => number
}>

/** Joins this node's board to those of the nodes on the same Redis and namespace. Throws when Redis does not answer. */
export async function relayPresence({
  url,
  namespace,
  board,
  logger,
  steady = () => performance.now(),
}: Options): Promise<AsyncDisposable> {
  const node = randomUUID()
  const channel = `{${namespace}}:presence`
  const heardAt = new Map<string, number>()
  const { createClient } = await redisClient()
  const out = createClient({ url, ...redisLink })
  const listener = createClient({ url, ...redisLink })
  for (const client of [out, listener]) {
    client.on('error', (error: unknown) => logger.warn({ error }, 'presence does not reach the other nodes'))
  }
  await Promise.all([out.connect(), listener.connect()])

  const send = (present: readonly Present[]) => {
    const said: Said = { node, present }
    // Said again in a moment: a message lost while Redis is away needs no retry.
    out.publish(channel, JSON.stringify(said)).catch(() => undefined)
  }
  await listener.subscribe(channel, (message) => {
    const said = JSON.parse(message) as Said
    if (said.node === node) return
    heardAt.set(said.node, steady())
    board.hear(said.node, said.present)
  })
  board.relayTo({ send })
  const timer = setInterval(() => {
    send(board.own())
    for (const [other, at] of heardAt) {
      if (steady() - at < silenceMs) continue
      heardAt.delete(other)
      board.hear(other, [])
    }
  }, sayAgainMs)
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      // The others need not wait for the silence; this node does not wait for a Redis that answers nothing.
      const left = out.publish(channel, JSON.stringify({ node, present: [] })).catch(() => undefined)
      await Promise.race([left, pause(goodbyeMs, undefined, { ref: false })])
      for (const client of [out, listener]) if (client.isOpen) client.destroy()
    },
  }
}
