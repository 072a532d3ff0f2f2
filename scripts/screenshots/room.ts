import { callbacksDue, openUrgents } from '#shared/calls/select.ts'
import type { Command } from '#shared/command.ts'
import type { MemberId, SheetId } from '#shared/lib/id.ts'
import type { Account } from '../demo/accounts.ts'
import { latestOpenExercise } from '../demo/find-exercise.ts'
import { HeadlessConsole, newCommandId } from '../headless/headless-console.ts'

/** What somebody elsewhere in the préfecture does while the screens are photographed. */
export class Room {
  readonly #lead: HeadlessConsole
  readonly #taker: HeadlessConsole
  readonly #administrator: HeadlessConsole

  private constructor(lead: HeadlessConsole, taker: HeadlessConsole, administrator: HeadlessConsole) {
    this.#lead = lead
    this.#taker = taker
    this.#administrator = administrator
  }

  static async enter(url: string, accounts: readonly Account[]): Promise<Room> {
    const sit = (login: string) => {
      const account = accounts.find((one) => one.login === login)
      if (account === undefined) throw new Error(`the cast has no ${login}`)
      return HeadlessConsole.signIn({ url, ...account })
    }
    return new Room(await sit('chef-salle'), await sit('ecoutant'), await sit('admin'))
  }

  /** The line is open, a message is out, members sit: what a newcomer sees within the minute. */
  async untilBusy(): Promise<void> {
    const lead = this.#lead
    await lead.until(() => latestOpenExercise(lead.state) !== null, 60_000)
    for (const console of [lead, this.#taker]) await console.follow(latestOpenExercise(lead.state))
    await lead.until(() => {
      const { messages, callin } = lead.crisis
      const isOut = Object.values(messages).some(({ versions }) => versions.length > 0)
      const seated = Object.values(callin.members).filter(({ stand }) => stand.is === 'atPost').length
      return isOut && seated >= 4
    }, 180_000)
  }

  async raiseUrgent(): Promise<void> {
    const commune = this.#lead.crisis.activation.communes[0] ?? null
    const sheet = newCommandId() as string as SheetId
    await record(this.#taker, { type: 'calls.raiseUrgent', sheet, commune })
  }

  async endUrgents(): Promise<void> {
    for (const { sheet } of openUrgents(this.#lead.crisis.calls)) {
      await record(this.#lead, { type: 'calls.acknowledgeUrgent', sheet })
      await record(this.#lead, { type: 'calls.closeUrgent', sheet, end: { kind: 'settled' } })
    }
  }

  /** The call-back due first, the first member of the pool and one who was called. */
  async erase(): Promise<void> {
    const { standing } = this.#lead.state
    const { calls, callin } = this.#lead.crisis
    const members = [Object.keys(standing.roster.members)[0], Object.keys(callin.members)[0]] as MemberId[]
    const sheets = callbacksDue(calls).slice(0, 1)
    for (const subject of [...members, ...sheets.map(({ id }) => id)]) {
      await record(this.#administrator, { type: 'privacy.erase', subject, reason: 'À la demande de la personne' })
    }
  }

  closeCrisis(): Promise<void> {
    return record(this.#lead, { type: 'activation.close', reason: 'Fin de l’exercice' })
  }

  leave(): void {
    for (const console of [this.#lead, this.#taker, this.#administrator]) console.close()
  }
}

async function record(console: HeadlessConsole, command: Command): Promise<void> {
  await console.until(() => console.isLoaded)
  const sent = await console.submit(command)
  if (sent.status === 'refused') throw new Error(`${command.type}: ${JSON.stringify(sent.refusal)}`)
}
