import type { Role } from '#shared/access/roles.ts'
import { heldBy } from '#shared/callin/select.ts'
import type { Command } from '#shared/command.ts'
import { E164 } from '#shared/lib/e164.ts'
import { MessageId, type CrisisId } from '#shared/lib/id.ts'
import { hour, minute } from '#shared/lib/time.ts'
import { emptyContent } from '#shared/messages/template.ts'
import type { ImportedMember } from '#shared/roster/member.ts'
import { HeadlessConsole, newCommandId } from '#scripts/headless/headless-console.ts'
import { sessionOf } from './accounts.ts'
import { openCrisis } from './crises.ts'
import { content, logCall, odile } from './sheets.ts'

/**
 * A cell in the thick of it, made by the commands that people give: members called in, calls of every kind, one
 * call-back overdue soon, an emergency running, a message out, one waiting for approval, one being written.
 */
export async function fillCell(url: string, kind: 'real' | 'exercise'): Promise<CrisisId> {
  await using cell = new Cell(url)
  const switchboard = await cell.as('switchboard')
  await cell.importMembers()
  const crisis = await openCrisis(switchboard, kind)
  await cell.follow(crisis)
  await cell.callIn()
  await cell.logCalls()
  await cell.say('roomLead', {
    type: 'journal.note',
    text: 'Le maire de Persan demande des sacs',
    happenedAt: null,
  })
  await cell.write('Inondation à Persan : montez à l’étage', 'published')
  await cell.write('Écoles fermées demain à Persan', 'submitted')
  await cell.write('Eau potable à Beaumont-sur-Oise', 'drafting')
  return crisis
}

/** A text approved and out, which promises the next point in an hour. */
export async function publishText(url: string, crisis: CrisisId, title: string): Promise<void> {
  await using cell = new Cell(url)
  await cell.follow(crisis)
  await cell.write(title, 'published')
}

const names = ['Garnier', 'Diallo', 'Lefèvre', 'Roche', 'Château-Renard', 'N’Guyen'] as const

function memberCalled(lastName: string, n: number): ImportedMember {
  return {
    lastName,
    firstName: 'Odile',
    service: 'DDT',
    phones: [{ kind: 'mobile', e164: E164.parse(`+3363998001${n}`) }],
    email: null,
    distanceKm: 4 + n,
    travelMinutes: null,
    commune: null,
    skills: [],
    languages: ['anglais'],
    trainedOn: null,
    rank: n + 1,
  }
}

class Cell implements AsyncDisposable {
  readonly #url: string
  readonly #consoles = new Map<Role, HeadlessConsole>()
  #crisis: CrisisId | null = null

  constructor(url: string) {
    this.#url = url
  }

  async as(role: Role): Promise<HeadlessConsole> {
    const known = this.#consoles.get(role)
    if (known !== undefined) return known
    const console = await HeadlessConsole.connect(sessionOf(this.#url, role))
    if (this.#crisis !== null) await console.follow(this.#crisis)
    this.#consoles.set(role, console)
    return console
  }

  async follow(crisis: CrisisId): Promise<void> {
    this.#crisis = crisis
    for (const console of this.#consoles.values()) await console.follow(crisis)
  }

  async say(role: Role, command: Command, id = newCommandId()): Promise<void> {
    const sent = await (await this.as(role)).submit(command, id)
    if (sent.status !== 'recorded') throw new Error(`${command.type}: ${JSON.stringify(sent)}`)
  }

  async importMembers(): Promise<void> {
    const members = names.map((lastName, n) => ({ id: null, member: memberCalled(lastName, n) }))
    await this.say('hr', { type: 'roster.import', members, remove: [] })
  }

  async callIn(): Promise<void> {
    const switchboard = await this.as('switchboard')
    await this.say('switchboard', { type: 'callin.takeNext' })
    const held = () => heldBy(switchboard.crisis.callin, switchboard.you.person)
    for (const outcome of ['coming30', 'voicemail', 'coming60'] as const) {
      await switchboard.until(() => held() !== null)
      const member = held()
      if (member === null) throw new Error('nobody is in hand')
      await this.say('switchboard', { type: 'callin.log', member, phone: 0, result: { outcome }, next: true })
      await switchboard.until(() => held() !== member)
    }
  }

  async logCalls(): Promise<void> {
    const startedAt = Date.now() - minute
    await this.say('callTaker', logCall({ content: content({ startedAt }) }))
    await this.say(
      'callTaker',
      logCall({ content: content({ startedAt, reason: 'schools.closed' }), personal: odile }),
    )
    const promised = content({ startedAt, outcome: 'callbackPromised' })
    const callback = { dueAt: Date.now() + 5 * minute }
    await this.say('callTaker', logCall({ content: promised, personal: odile, callback }))
    await this.say('callTaker', { type: 'calls.raiseUrgent', commune: null })
  }

  async write(title: string, until: 'drafting' | 'submitted' | 'published'): Promise<void> {
    const id = newCommandId()
    const message = MessageId.parse(id)
    const text = {
      ...emptyContent,
      title,
      what: 'La préfecture alerte : l’eau monte à Persan depuis 2 h.',
      instructions: ['Montez à l’étage.'],
      where: 'Persan',
      nextPointAt: Date.now() + hour,
    }
    await this.say(
      'comms',
      { type: 'messages.draft', kind: 'instructions', template: null, content: text },
      id,
    )
    if (until === 'drafting') return
    await this.say('comms', {
      type: 'messages.submit',
      message,
      hash: await this.#hash('comms', message, 'drafting'),
    })
    if (until === 'submitted') return
    const submitted = await this.#hash('approver', message, 'submitted')
    await this.say('approver', { type: 'messages.approve', message, hash: submitted })
    const approved = await this.#hash('comms', message, 'approved')
    await this.say('comms', { type: 'messages.publish', message, hash: approved })
  }

  async #hash(role: Role, message: MessageId, stage: string): Promise<string> {
    const console = await this.as(role)
    const draft = () => console.crisis.messages[message]?.draft
    await console.until(() => draft()?.stage.is === stage)
    return draft()?.hash ?? ''
  }

  [Symbol.asyncDispose](): Promise<void> {
    for (const console of this.#consoles.values()) console.close()
    return Promise.resolve()
  }
}
