import type { IncomingMessage } from 'node:http'

/**
 * Tabs and machines of one session. Far more than anybody works at; each may hold a message of the largest size in
 * memory while it arrives.
 */
const consolesPerSession = 50

type GateParts = Readonly<{
  /** The session of whoever may have a console; null for everybody else. */
  sessionOf: (request: IncomingMessage) => string | null
  isOwnOrigin: (request: IncomingMessage) => boolean
}>

/** A connection of engine.io: what this needs of it. */
type Connection = Readonly<{
  request: IncomingMessage
  once: (event: 'close', listener: () => void) => unknown
}>

/**
 * Who gets a socket at all, from the request's headers alone: nothing that a stranger sends is read further. The refused
 * console learns why over HTTP (`client/sync/connection.ts`).
 */
export class Gate {
  readonly #parts: GateParts
  /** Open connections by session, from before their first word. */
  readonly #open = new Map<string, number>()

  constructor(parts: GateParts) {
    this.#parts = parts
  }

  admits(request: IncomingMessage): boolean {
    const { sessionOf, isOwnOrigin } = this.#parts
    const session = sessionOf(request)
    if (session === null || !isOwnOrigin(request)) return false
    return (this.#open.get(session) ?? 0) < consolesPerSession
  }

  entered(connection: Connection): void {
    const session = this.#parts.sessionOf(connection.request)
    if (session === null) return
    this.#open.set(session, (this.#open.get(session) ?? 0) + 1)
    connection.once('close', () => this.#left(session))
  }

  #left(session: string): void {
    const open = (this.#open.get(session) ?? 1) - 1
    if (open === 0) this.#open.delete(session)
    else this.#open.set(session, open)
  }
}
