import { parseEnvelope, type Command } from '#shared/command.ts'
import type { ActorRole, Role } from '#shared/access/roles.ts'
import { decide } from '#shared/decide.ts'
import type { Decision } from '#shared/decision.ts'
import { evolve } from '#shared/evolve.ts'
import type { Sheet } from '#shared/calls/state.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import { CommandId, CrisisId, PersonId } from '#shared/lib/id.ts'
import { initialState, type Crisis, type State } from '#shared/state.ts'

export type Actor = Readonly<{ id: PersonId; name: string; roles: readonly Role[] }>

/** The nth well-formed id, in order: what a console would make, without its clock. */
export function idAt(n: number): string {
  return `0192a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

/** When the crises of tests begin: 2026-09-21 16:53 in Paris. */
export const t0 = 1_790_000_000_000

/** What is done in it: by whom, when (milliseconds after T0), under which id if that matters. */
type Deed = Readonly<{
  command: Command
  by: Actor
  after?: number
  id?: string
  record?: Sheet | null
}>

/**
 * A journal in memory with the rules and the reducer on it: what is done is parsed, decided and folded as the server
 * does. Each deed comes a second after the last unless it says when.
 */
export class World {
  state: State = initialState
  readonly entries: LiveEntry[] = []
  readonly crisis = CrisisId.parse(idAt(1))
  #ids = 0xf00
  #now = t0

  constructor(people: readonly Actor[], { novi = false }: Readonly<{ novi?: boolean }> = {}) {
    for (const { id, name, roles } of people) {
      this.#apply(null, {
        type: 'access.accountCreated',
        account: id,
        login: name.toLowerCase(),
        name,
        roles,
      })
    }
    this.#apply(this.crisis, {
      type: 'activation.opened',
      kind: 'real',
      nature: 'flood',
      phase: 'active',
      order: { givenBy: 'le préfet', means: 'phone', receivedAt: t0, readBack: true },
      title: 'Crue de l’Oise',
      novi,
      communes: [],
      crisisNumber: null,
      posts: 8,
    })
  }

  get now(): number {
    return this.#now
  }

  get slice(): Crisis {
    const crisis = this.state.crises[this.crisis]
    if (crisis === undefined) throw new Error('the crisis is gone')
    return crisis
  }

  /** Decides and folds. The id is parsed like a console's; an unparsable command is a mistake of the test. */
  do({ command, by, after, id, record = null }: Deed): Decision {
    this.#now = after === undefined ? this.#now + 1_000 : t0 + after
    this.#ids += 1
    const parsed = parseEnvelope({ id: id ?? idAt(this.#ids), crisis: this.crisis, command })
    if (!parsed.ok) throw new Error(`${parsed.field}: ${parsed.reason}`)
    const roles: readonly ActorRole[] = by.roles
    const context = { id: parsed.envelope.id, at: this.#now, by: by.id, roles, record }
    const decision = decide(this.state, parsed.envelope, {
      ...context,
      standing: this.state.standing,
      head: this.state.seq,
    })
    if (!decision.accepted) return decision
    for (const event of decision.events) this.#apply(this.crisis, event, by.id, parsed.envelope.id)
    return decision
  }

  #apply(
    crisis: CrisisId | null,
    event: LiveEntry['event'],
    by: LiveEntry['by'] = 'system',
    command = CommandId.parse(idAt(0xeee)),
  ): void {
    const entry = { seq: this.state.seq + 1, at: this.#now, by, crisis, command, event }
    this.entries.push(entry)
    this.state = evolve(this.state, entry)
  }
}

export const alice: Actor = { id: PersonId.parse(idAt(0xa)), name: 'Alice Roux', roles: ['callTaker'] }
export const bob: Actor = { id: PersonId.parse(idAt(0xb)), name: 'Bob Petit', roles: ['callTaker'] }
export const carla: Actor = { id: PersonId.parse(idAt(0xc)), name: 'Carla Simon', roles: ['roomLead'] }
export const denis: Actor = { id: PersonId.parse(idAt(0xd)), name: 'Denis Morel', roles: ['comms'] }
