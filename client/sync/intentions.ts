import { v7 } from 'uuid'
import type { Outbox, OutboxItem, Sent } from '#client/sync/outbox.ts'
import { samenessOf } from '#client/sync/sameness.ts'
import type { Command, Envelope } from '#shared/command.ts'
import type { CommandId, CrisisId, PersonId } from '#shared/lib/id.ts'
import { canonical } from '#shared/lib/canonical.ts'

/*
 * One intention, one id. A key held down, a button pressed again while the server is slow, a form sent again after it was
 * said to be kept: each is the intention that is already on its way, and gets its answer. The place for this is here, on
 * the way of every command: a screen can neither forget it nor do it otherwise.
 *
 * What counts as the same is in the table of sameness.ts. An id that is given (a call sheet's) is itself the intention.
 */

/** A command of this person, in the crisis it belongs to. */
export type Said = Readonly<{ command: Command; crisis: CrisisId | null; person: PersonId; madeAt: number }>

/** `id`: what it makes has its name already. `onHeld`: told once it outlives this page, by the browser or in the journal. */
export type Given = Readonly<{ id?: CommandId; onHeld?: () => void }>

type Pressed = {
  readonly key: string
  readonly id: CommandId
  readonly sent: Promise<Sent>
  /** When its author was told; null while they wait. */
  toldAt: number | null
}

/** A key held down repeats every 30 ms, and a screen needs a moment to show what it was told; a hand that means it takes longer. */
const echoMs = 300

export class Intentions {
  readonly #outbox: Pick<Outbox, 'items' | 'submit'>
  readonly #now: () => number
  #last: Pressed | null = null
  /** By content, what makes something new and was told as kept: sent again it is the same, though it has left since. */
  readonly #kept = new Map<string, CommandId>()

  constructor(outbox: Pick<Outbox, 'items' | 'submit'>, now: () => number) {
    this.#outbox = outbox
    this.#now = now
  }

  submit(said: Said, { id, onHeld = () => undefined }: Given = {}): Promise<Sent> {
    const key = id ?? keyOf(said)
    const repeated = this.#repeated(key, said)
    if (repeated === null) {
      return this.#begin(key, said, { id: id ?? this.#kept.get(key) ?? (v7() as CommandId), onHeld })
    }
    // As what waits: what the browser has refused to keep is not held.
    if (repeated === pending && !this.#outbox.items.some(({ isUnkept }) => isUnkept)) onHeld()
    return repeated
  }

  /** What becomes of the intention that this press repeats; null for a new one. */
  #repeated(key: string, said: Said): Promise<Sent> | null {
    const last = this.#last
    const sameness = samenessOf(said.command)
    if (last?.key === key) {
      const isEcho = last.toldAt === null || this.#now() - last.toldAt < echoMs
      if (isEcho) return last.sent
      if (sameness !== 'saying' && this.#waits(({ envelope }) => envelope.id === last.id)) return pending
    }
    const isWaiting = sameness === 'making' && this.#waits((item) => keyOf(saidIn(item)) === key)
    return isWaiting ? pending : null
  }

  #waits(isIt: (item: OutboxItem) => boolean): boolean {
    return this.#outbox.items.some((item) => item.refusal === null && isIt(item))
  }

  #begin(key: string, said: Said, { id, onHeld }: Required<Given>): Promise<Sent> {
    const { command, crisis, person, madeAt } = said
    const sent = this.#outbox.submit({ id, crisis, command } as Envelope, person, madeAt, onHeld)
    const pressed: Pressed = { key, id, sent, toldAt: null }
    const told = () => (pressed.toldAt = this.#now())
    void sent.then(told, told)
    if (samenessOf(command) === 'making') void sent.then(({ status }) => this.#remember(key, id, status))
    this.#last = pressed
    return sent
  }

  /** Until its author hears what became of it. */
  #remember(key: string, id: CommandId, status: Sent['status']): void {
    if (status === 'pending') this.#kept.set(key, id)
    else this.#kept.delete(key)
  }
}

const pending: Promise<Sent> = Promise.resolve({ status: 'pending' })

function saidIn({ envelope, person, madeAt }: OutboxItem): Said {
  return { command: envelope.command, crisis: envelope.crisis, person, madeAt }
}

function keyOf({ command, crisis, person }: Said): string {
  return canonical([person, crisis, whatCounts(command)])
}

/** The form's content, without what is counted from the moment it was sent. */
function whatCounts(command: Command): unknown {
  switch (command.type) {
    case 'messages.draft':
      return [command.type, command.kind, command.template]
    case 'calls.closeCallback':
      return [command.type, command.sheet, command.result.kind, command.note]
    default:
      return command
  }
}
