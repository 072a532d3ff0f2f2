import type { ActorRole } from '#shared/access/roles.ts'
import { parseEnvelope, type Command } from '#shared/command.ts'
import { isCrisisCommand } from '#shared/command-scope.ts'
import { decide } from '#shared/decide.ts'
import type { Event } from '#shared/event.ts'
import { evolve } from '#shared/evolve.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import { CommandId, CrisisId, PersonId } from '#shared/lib/id.ts'
import type { Refusal } from '#shared/refusal.ts'
import { initialState, type Crisis, type State } from '#shared/state.ts'

/** 02:10 on a night of 2026, when every test crisis begins. */
export const t0 = 1_790_000_000_000

export const alice = PersonId.parse('0192a000-0000-7000-8000-00000000000a')
export const bob = PersonId.parse('0192a000-0000-7000-8000-00000000000b')

export function idFrom(n: number): CommandId {
  return CommandId.parse(`0192a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`)
}

export type Said =
  | Readonly<{ accepted: true; events: readonly Event[] }>
  | Readonly<{ accepted: false; refusal: Refusal }>

type Actor = Readonly<{ by?: PersonId; roles?: readonly ActorRole[] }>

/** Commands in, events folded, as dispatch does it with neither network nor disk. Time is moved by hand. */
export class Cell {
  state: State = initialState
  entries: LiveEntry[] = []
  now = t0
  #commands = 0x1000
  #crisis: CrisisId | null = null

  /** Submits as `by`, parsed from JSON as it would come over the wire. */
  submit(command: Command, { by = alice, roles = ['switchboard', 'hr'] }: Actor = {}): Said {
    const id = idFrom(this.#commands++)
    const crisis = isCrisisCommand(command) ? this.#crisis : null
    const parsed = parseEnvelope(JSON.parse(JSON.stringify({ id, crisis, command })))
    if (!parsed.ok) throw new Error(`${command.type}: ${parsed.field} ${parsed.reason}`)
    const { standing, seq: head } = this.state
    const decision = decide(this.state, parsed.envelope, {
      id,
      at: this.now,
      by,
      roles,
      standing,
      head,
      record: null,
    })
    if (!decision.accepted) return decision
    for (const event of decision.events) {
      const entry = { seq: this.state.seq + 1, at: this.now, by, command: id, event }
      this.#fold({ ...entry, crisis: decision.crisis ?? parsed.envelope.crisis })
    }
    if (command.type === 'activation.open') this.#crisis = CrisisId.parse(id)
    return { accepted: true, events: decision.events }
  }

  #fold(entry: LiveEntry): void {
    this.entries.push(entry)
    this.state = evolve(this.state, entry)
  }

  /** Opens a crisis, an exercise unless said otherwise, with so many posts to cover. */
  activate({ posts = 4, kind = 'exercise' }: { posts?: number; kind?: 'real' | 'exercise' } = {}): void {
    this.submit({
      type: 'activation.open',
      kind,
      nature: 'flood',
      phase: 'active',
      order: { givenBy: 'la directrice de cabinet', means: 'phone', receivedAt: this.now, readBack: true },
      title: 'Crue – Persan',
      novi: false,
      communes: [],
      crisisNumber: null,
      posts,
    })
  }

  get crisis(): Crisis {
    const crisis = this.#crisis === null ? undefined : this.state.crises[this.#crisis]
    if (crisis === undefined) throw new Error('no crisis is open')
    return crisis
  }

  get crisisId(): CrisisId | null {
    return this.#crisis
  }
}
