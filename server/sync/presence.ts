import { z } from 'zod'
import type { Present, PresenceChange } from '#shared/sync/presence.ts'

/** What a console says of its own doing: which desk is open, what is being handled. Never journaled. */
export const Doing = z.object({
  desk: z.string().regex(/^[a-z-]{0,30}$/),
  handling: z.array(z.string().regex(/^[a-z]+:[0-9a-f.-]{1,45}$/)).max(8),
})
export type Doing = Readonly<z.infer<typeof Doing>>

/** Carries what this node knows of its own consoles to the other nodes. */
export type PresenceRelay = Readonly<{
  /** Every console of this node; called whenever one changes, and now and then so that the others know it lives. */
  send: (own: readonly Present[]) => void
}>

// People notice a colleague's move within this; a rush of arrivals becomes a few messages instead of thousands.
const gatherMs = 200

/**
 * Who is here. A console is present while its connection lives: the transport's own ping finds a closed or frozen tab
 * (see `heartbeat` in socket.ts), so nothing here keeps time. Changes are told together, `gatherMs` after the first.
 */
export class PresenceBoard {
  readonly #own = new Map<string, Present>()
  /** By node, then by connection. */
  readonly #elsewhere = new Map<string, ReadonlyMap<string, Present>>()
  readonly #changed = new Set<string>()
  readonly #tell: (changes: readonly PresenceChange[]) => void
  #relay: PresenceRelay | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(tell: (changes: readonly PresenceChange[]) => void) {
    this.#tell = tell
  }

  relayTo(relay: PresenceRelay): void {
    this.#relay = relay
    relay.send(this.own())
  }

  arrive(who: Omit<Present, keyof Doing>): void {
    const doing = this.#own.get(who.connection) ?? { desk: '', handling: [] }
    this.#change(who.connection, { ...doing, ...who })
  }

  does(connection: string, doing: Doing): void {
    const known = this.#own.get(connection)
    if (known !== undefined) this.#change(connection, { ...known, ...doing })
  }

  leave(connection: string): void {
    if (this.#own.has(connection)) this.#change(connection, null)
  }

  /** What another node says of all its consoles; an empty list when it has gone. */
  hear(node: string, present: readonly Present[]): void {
    const before = this.#elsewhere.get(node) ?? new Map<string, Present>()
    const after = new Map(present.map((console) => [console.connection, console]))
    this.#elsewhere.set(node, after)
    for (const connection of new Set([...before.keys(), ...after.keys()])) {
      if (JSON.stringify(before.get(connection)) !== JSON.stringify(after.get(connection)))
        this.#mark(connection)
    }
  }

  /** The consoles of this node. */
  own(): readonly Present[] {
    return [...this.#own.values()]
  }

  /** Everybody, on this node and the others. */
  list(): readonly Present[] {
    return [...this.own(), ...[...this.#elsewhere.values()].flatMap((consoles) => [...consoles.values()])]
  }

  #change(connection: string, present: Present | null): void {
    if (present === null) this.#own.delete(connection)
    else this.#own.set(connection, present)
    this.#mark(connection)
  }

  #mark(connection: string): void {
    this.#changed.add(connection)
    this.#timer ??= setTimeout(() => this.#flush(), gatherMs).unref()
  }

  #flush(): void {
    this.#timer = null
    const changes = Array.from(this.#changed, (connection) => ({
      connection,
      present: this.#find(connection),
    }))
    this.#changed.clear()
    this.#relay?.send(this.own())
    this.#tell(changes)
  }

  #find(connection: string): Present | null {
    const own = this.#own.get(connection)
    if (own !== undefined) return own
    for (const consoles of this.#elsewhere.values()) {
      const found = consoles.get(connection)
      if (found !== undefined) return found
    }
    return null
  }
}
