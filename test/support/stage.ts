import { parseEnvelope, type CrisisCommand, type StandingCommand } from '#shared/command.ts'
import { isCrisisCommand } from '#shared/command-scope.ts'
import type { ActorRole } from '#shared/access/roles.ts'
import { decide } from '#shared/decide.ts'
import type { Decision } from '#shared/decision.ts'
import type { Event, EventType } from '#shared/event.ts'
import { evolveAll } from '#shared/evolve.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import type { Author, CrisisId, PersonId } from '#shared/lib/id.ts'
import { initialState, type Crisis, type State } from '#shared/state.ts'
import { commandId, personId } from './drafts.ts'

export type Player = Readonly<{ id: PersonId; roles: readonly ActorRole[] }>

export function player(n: number, ...roles: readonly ActorRole[]): Player {
  return { id: personId(n), roles }
}

const lead = player(900, 'roomLead')

/** 1 June 2026, 08:00 UTC: 10:00 in Paris. */
export const t0 = 1_780_300_800_000

type Opening = Readonly<{ kind?: 'real' | 'exercise'; posts?: number }>

/** Plays commands through the real edge, rules and reducer, one after the other, on a clock moved by hand. */
export class Stage {
  state: State = initialState
  now = t0
  crisis: CrisisId | null = null
  readonly entries: LiveEntry[] = []
  #commands = 0

  /** A stage with an open crisis in Persan. */
  static inCrisis(kind: 'real' | 'exercise' = 'real'): Stage {
    const stage = new Stage()
    stage.open({ kind, posts: 8 })
    return stage
  }

  /** Opens a crisis in Persan, an exercise unless said otherwise, and follows it. */
  open({ kind = 'exercise', posts = 4 }: Opening = {}): void {
    this.does(lead, {
      type: 'activation.open',
      kind,
      nature: 'flood',
      phase: 'active',
      order: { givenBy: 'le préfet', means: 'phone', receivedAt: this.now, readBack: true },
      title: 'Crue de l’Oise',
      novi: false,
      communes: [{ code: '95487', name: 'Persan' }],
      crisisNumber: '01 34 25 25 25',
      posts,
    })
  }

  /** Submits as `who`, parsed as it would come over the wire; what was accepted is folded in. */
  does(who: Player, command: StandingCommand | CrisisCommand): Decision {
    const id = commandId((this.#commands += 1))
    const envelope = { id, crisis: isCrisisCommand(command) ? this.crisis : null, command }
    const parsed = parseEnvelope(JSON.parse(JSON.stringify(envelope)))
    if (!parsed.ok) throw new Error(`not a command: ${parsed.field} ${parsed.reason}`)
    const context = {
      id,
      at: this.now,
      by: who.id,
      roles: who.roles,
      standing: this.state.standing,
      head: this.state.seq,
      record: null,
    }
    const decision = decide(this.state, parsed.envelope, context)
    if (!decision.accepted) return decision
    const crisis = decision.crisis ?? parsed.envelope.crisis
    if (decision.crisis !== null) this.crisis = decision.crisis
    this.#fold(decision.events, { at: this.now, by: who.id, crisis, command: id })
    return decision
  }

  get it(): Crisis {
    const crisis = this.crisis === null ? undefined : this.state.crises[this.crisis]
    if (crisis === undefined) throw new Error('no crisis is open')
    return crisis
  }

  #fold(
    events: readonly Event[],
    from: Readonly<{ at: number; by: Author; crisis: CrisisId | null; command: LiveEntry['command'] }>,
  ): void {
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
