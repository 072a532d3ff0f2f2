import { parseEnvelope, type Command } from '#shared/command.ts'
import { isCrisisCommand } from '#shared/command-scope.ts'
import type { Role } from '#shared/access/roles.ts'
import type { Sheet } from '#shared/calls/state.ts'
import { decide } from '#shared/decide.ts'
import type { Decision } from '#shared/decision.ts'
import type { Event, EventType } from '#shared/event.ts'
import { evolveAll } from '#shared/evolve.ts'
import type { Draft, LiveEntry } from '#shared/journal/entry.ts'
import type { CrisisId, PersonId } from '#shared/lib/id.ts'
import type { Installation } from '#shared/publicsite/installation.ts'
import { initialState, type Crisis, type State } from '#shared/state.ts'
import { commandId, personId, t0 } from './drafts.ts'
import { floodOrder, type FloodOrder } from './flood-order.ts'
import { installation } from './installation.ts'

export type Player = Readonly<{ id: PersonId; roles: readonly Role[] }>

export function player(n: number, ...roles: readonly Role[]): Player {
  return { id: personId(n), roles }
}

const lead = player(900, 'roomLead')
const admin = player(901, 'admin')

type Circumstances = Readonly<{
  /** The command's id, where it matters; otherwise the next one. */
  id?: string
  /** What the register holds of the sheet in question. */
  record?: Sheet | null
  /** Whether the register knows whom an erasure concerns. */
  isSubjectKnown?: boolean
}>

/** Plays commands through the real edge, rules and reducer, one after the other, on a clock moved by hand. */
export class Stage {
  state: State = initialState
  now = t0
  crisis: CrisisId | null = null
  /** Its settings, moved by hand as at a restart. */
  installation: Installation = installation
  readonly entries: LiveEntry[] = []
  #commands = 0

  static inCrisis(order: FloodOrder = {}): Stage {
    const stage = new Stage()
    stage.open(order)
    return stage
  }

  /** Opens a crisis, a real one unless said otherwise, and follows it. */
  open(order: FloodOrder = {}): void {
    this.does(lead, floodOrder({ kind: 'real', receivedAt: this.now, ...order }))
  }

  /** Gives them an account: from now on their colleagues are told their name. */
  welcome({ id, roles }: Player, name: string): void {
    const invitation = { tokenHash: '0'.repeat(64) }
    this.does(
      admin,
      { type: 'access.createAccount', login: id, name, roles: [...roles], ...invitation },
      { id },
    )
  }

  /** Submits as `who`, parsed as it would come over the wire; what was accepted is folded in. */
  does(
    who: Player,
    command: Command,
    { id = commandId((this.#commands += 1)), record = null, isSubjectKnown = true }: Circumstances = {},
  ): Decision {
    const envelope = { id, crisis: isCrisisCommand(command) ? this.crisis : null, command }
    const parsed = parseEnvelope(JSON.parse(JSON.stringify(envelope)))
    if (!parsed.ok) throw new Error(`not a command: ${parsed.field} ${parsed.reason}`)
    const context = {
      id: parsed.envelope.id,
      at: this.now,
      by: who.id,
      roles: who.roles,
      standing: this.state.standing,
      head: this.state.seq,
      record,
      isSubjectKnown,
      installation: this.installation,
    }
    const decision = decide(this.state, parsed.envelope, context)
    if (!decision.accepted) return decision
    const crisis = decision.crisis ?? parsed.envelope.crisis
    if (decision.crisis !== null) this.crisis = decision.crisis
    this.#fold(decision.events, { at: this.now, by: who.id, crisis, command: parsed.envelope.id })
    return decision
  }

  get it(): Crisis {
    const crisis = this.crisis === null ? undefined : this.state.crises[this.crisis]
    if (crisis === undefined) throw new Error('no crisis is open')
    return crisis
  }

  #fold(events: readonly Event[], from: Omit<Draft, 'event'>): void {
    const first = this.state.seq + 1
    const entries = events.map((event, n) => ({ seq: first + n, ...from, event }))
    this.entries.push(...entries)
    this.state = evolveAll(this.state, entries)
  }
}

/** What a decision comes to, short enough to compare: the types of its events, or the refusal's code. */
export function gist(decision: Decision): readonly EventType[] | string {
  return decision.accepted ? decision.events.map(({ type }) => type) : decision.refusal.code
}
