import { z } from 'zod'
import type { Present, PresenceChange } from '#shared/sync/presence.ts'

/** What a console says of its own doing: which desk is open, what is being handled. Never journaled. */
export const Doing = z.object({
  desk: z.string().regex(/^[a-z-]{0,30}$/),
  handling: z.array(z.string().regex(/^[a-z]+:[0-9a-f.-]{1,45}$/)).max(8),
})
export type Doing = Readonly<z.infer<typeof Doing>>

// People notice a colleague's move within this; a rush of arrivals becomes a few messages instead of thousands.
const gatherMs = 200

/**
 * Who is here. A console is present while its connection lives: the transport's own ping finds a closed or frozen tab
 * (see `heartbeat` in socket.ts), so nothing here keeps time. Changes are told together, `gatherMs` after the first.
 */
export class PresenceBoard {
  readonly #present = new Map<string, Present>()
  readonly #changed = new Set<string>()
  readonly #tell: (changes: readonly PresenceChange[]) => void
  #timer: NodeJS.Timeout | null = null

  constructor(tell: (changes: readonly PresenceChange[]) => void) {
    this.#tell = tell
  }

  arrive(who: Omit<Present, keyof Doing>): void {
    const doing = this.#present.get(who.connection) ?? { desk: '', handling: [] }
    this.#change(who.connection, { ...doing, ...who })
  }

  does(connection: string, doing: Doing): void {
    const known = this.#present.get(connection)
    if (known !== undefined) this.#change(connection, { ...known, ...doing })
  }

  leave(connection: string): void {
    if (this.#present.has(connection)) this.#change(connection, null)
  }

  list(): readonly Present[] {
    return [...this.#present.values()]
  }

  #change(connection: string, present: Present | null): void {
    if (present === null) this.#present.delete(connection)
    else this.#present.set(connection, present)
    this.#changed.add(connection)
    this.#timer ??= setTimeout(() => this.#flush(), gatherMs).unref()
  }

  #flush(): void {
    this.#timer = null
    const changes = Array.from(this.#changed, (connection) => ({
      connection,
      present: this.#present.get(connection) ?? null,
    }))
    this.#changed.clear()
    this.#tell(changes)
  }
}
