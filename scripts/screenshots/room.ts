import { callbacksDue, openUrgents } from '#shared/calls/select.ts'
import type { Command } from '#shared/command.ts'
import type { MemberId } from '#shared/lib/id.ts'
import { statusOf } from '#shared/messages/select.ts'
import type { Account } from '../demo/accounts.ts'
import { latestOpenExercise } from '../demo/find-exercise.ts'
import { contentAt, texts } from '../demo/texts.ts'
import { HeadlessConsole } from '../headless/headless-console.ts'

/** Who acts, by the demonstration's logins. */
const seats = {
  lead: 'chef-salle',
  taker: 'ecoutant',
  comms: 'communication',
  approver: 'validation',
  administrator: 'admin',
} as const

type Seats = Readonly<Record<keyof typeof seats, HeadlessConsole>>

/** What somebody elsewhere in the préfecture does while the screens are photographed. */
export class Room {
  readonly #at: Seats

  private constructor(at: Seats) {
    this.#at = at
  }

  static async enter(url: string, accounts: readonly Account[]): Promise<Room> {
    const consoles: [string, HeadlessConsole][] = []
    for (const [seat, login] of Object.entries(seats)) {
      const account = accounts.find((one) => one.login === login)
      if (account === undefined) throw new Error(`the cast has no ${login}`)
      consoles.push([seat, await HeadlessConsole.signIn({ url, ...account })])
    }
    return new Room(Object.fromEntries(consoles) as Seats)
  }

  /** The line is open, a message is out, members sit: what a newcomer sees within the minute. */
  async untilBusy(): Promise<void> {
    const { lead } = this.#at
    await lead.until(() => latestOpenExercise(lead.state) !== null, 60_000)
    for (const console of Object.values(this.#at)) await console.follow(latestOpenExercise(lead.state))
    await lead.until(() => {
      const { messages, callin } = lead.crisis
      const isOut = Object.values(messages).some(({ versions }) => versions.length > 0)
      const seated = Object.values(callin.members).filter(({ stand }) => stand.is === 'atPost').length
      return isOut && seated >= 4
    }, 180_000)
  }

  /** A point of situation, for somebody else to approve. */
  async submitText(): Promise<void> {
    const [, , text] = texts
    if (text === undefined) throw new Error('the demonstration has no third text')
    const { kind, template } = text
    await record(this.#at.comms, {
      type: 'messages.draft',
      kind,
      template,
      content: contentAt(text, Date.now()),
    })
    const { id: message, draft } = await this.#text('drafting')
    await record(this.#at.comms, { type: 'messages.submit', message, hash: draft.hash })
  }

  async approveText(): Promise<void> {
    const { id: message, draft } = await this.#text('submitted')
    await record(this.#at.approver, { type: 'messages.approve', message, hash: draft.hash })
  }

  /** The communication's own text, once it stands there. */
  async #text(status: 'drafting' | 'submitted') {
    const { comms } = this.#at
    const find = () =>
      Object.values(comms.crisis.messages).find(
        (message) => statusOf(message) === status && message.draft?.draftedBy === comms.you.person,
      )
    await comms.until(() => find() !== undefined)
    const text = find()
    if (text === undefined || text.draft === null) throw new Error(`no text is ${status}`)
    return { id: text.id, draft: text.draft }
  }

  async raiseUrgent(): Promise<void> {
    const commune = this.#at.lead.crisis.activation.communes[0] ?? null
    await record(this.#at.taker, { type: 'calls.raiseUrgent', commune })
  }

  async endUrgents(): Promise<void> {
    for (const { id: urgent } of openUrgents(this.#at.lead.crisis.calls)) {
      await record(this.#at.lead, { type: 'calls.acknowledgeUrgent', urgent })
      await record(this.#at.lead, { type: 'calls.closeUrgent', urgent, end: { kind: 'settled' } })
    }
  }

  /** The call-back due first, the first member of the pool and one who was called. */
  async erase(): Promise<void> {
    const { standing } = this.#at.lead.state
    const { calls, callin } = this.#at.lead.crisis
    const [first] = Object.keys(standing.roster.members) as MemberId[]
    const called = (Object.keys(callin.members) as MemberId[]).find((member) => member !== first)
    const [due] = callbacksDue(calls)
    for (const subject of [first, called, due?.id]) {
      if (subject === undefined) throw new Error('there is nobody to erase')
      await record(this.#at.administrator, {
        type: 'privacy.erase',
        subject,
        reason: 'À la demande de la personne',
      })
    }
  }

  closeCrisis(): Promise<void> {
    return record(this.#at.lead, { type: 'activation.close', reason: 'Fin de l’exercice' })
  }

  leave(): void {
    for (const console of Object.values(this.#at)) console.close()
  }
}

async function record(console: HeadlessConsole, command: Command): Promise<void> {
  await console.until(() => console.isLoaded)
  const sent = await console.submit(command)
  if (sent.status === 'refused') throw new Error(`${command.type}: ${JSON.stringify(sent.refusal)}`)
}
