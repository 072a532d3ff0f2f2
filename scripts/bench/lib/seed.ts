/**
 * A room in the middle of a crisis, made through the real rules and journal: accounts with open sessions, an open
 * crisis, and as many sheets as wanted.
 */
import type { ActorRole, Role } from '#shared/access/roles.ts'
import type { Command } from '#shared/command.ts'
import { isCrisisCommand } from '#shared/command-scope.ts'
import { CrisisId, PersonId, type Author } from '#shared/lib/id.ts'
import { silentInstallation } from '#shared/publicsite/installation.ts'
import { initialState } from '#shared/state.ts'
import { drawToken, hashToken } from '#server/access/tokens.ts'
import { readConfig } from '#server/config.ts'
import { Dispatcher } from '#server/dispatch.ts'
import { Intents } from '#server/journal/intent.ts'
import { masterKeyFile, openJournal } from '#server/journal/open.ts'
import { loadMasterKey } from '#server/lib/master-key.ts'
import { systemClock } from '#server/lib/clock.ts'
import { drawCommandId } from '#server/lib/command-id.ts'
import { logCall } from './sheet.ts'

/** What a console needs to take part. */
export type Room = Readonly<{
  crisis: CrisisId
  /** One session's cookie per kind of desk; consoles share them in turn. */
  cookies: readonly string[]
  /** The session of who keeps the pool of members; none of the consoles'. */
  keeper: string
  /** Last entry of the seed. */
  head: number
}>

/** The desks of a cell, by what they may see: mostly call takers. */
const desks: readonly (readonly Role[])[] = [
  ['callTaker'],
  ['roomLead', 'callTaker'],
  ['callTaker', 'specialist'],
  ['switchboard', 'callTaker'],
]
/** A session may have fifty consoles: enough people for two and a half thousand. */
const peoplePerDesk = 13
const verifier = '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5c2lnbnNpbg$aGVyZQ'
const atOnce = 500

type Environment = Readonly<Record<string, string>>

/** Fills the journal that `environment` names (DATA_DIR, JOURNAL, …) and closes it. */
export async function seed(environment: Environment, sheets: number): Promise<Room> {
  const config = readConfig(environment)
  await using journal = await openJournal(config, () => {})
  const dispatcher = new Dispatcher({
    journal,
    clock: systemClock,
    intents: new Intents(loadMasterKey(masterKeyFile(config), { journalExists: true })),
    state: initialState,
    last: null,
    findSheet: () => Promise.resolve(null),
    onFailure: (error) => console.error(error),
    installation: () => silentInstallation,
  })
  const author = new Seeder(dispatcher)
  const room = await author.open()
  for (let n = 0; n < sheets; n += atOnce) await author.log(room.crisis, n, Math.min(atOnce, sheets - n))
  await dispatcher.stop()
  return { ...room, head: dispatcher.state.seq }
}

class Seeder {
  readonly #dispatcher: Dispatcher

  constructor(dispatcher: Dispatcher) {
    this.#dispatcher = dispatcher
  }

  async open(): Promise<Omit<Room, 'head'>> {
    const admin = await this.#does('system', ['system'], {
      type: 'access.setUp',
      login: 'admin',
      name: 'Alice Admin',
      verifier,
    })
    const cookies: string[] = []
    const people = Array.from({ length: peoplePerDesk }, () => desks).flat()
    for (const [n, roles] of people.entries())
      cookies.push(await this.#signIn(PersonId.parse(admin), n, roles))
    const keeper = await this.#signIn(PersonId.parse(admin), people.length, ['hr'])
    const crisis = await this.#does(PersonId.parse(admin), ['roomLead'], {
      type: 'activation.open',
      kind: 'real',
      nature: 'flood',
      phase: 'active',
      order: { givenBy: 'le préfet', means: 'phone', receivedAt: systemClock.now(), readBack: true },
      title: 'Crue de l’Oise',
      novi: false,
      communes: [{ code: '95487', name: 'Persan' }],
      crisisNumber: '01 34 25 25 25',
      posts: 8,
    })
    return { crisis: CrisisId.parse(crisis), cookies, keeper }
  }

  async log(crisis: CrisisId, from: number, count: number): Promise<void> {
    const by = Object.keys(this.#dispatcher.state.standing.people).map((id) => PersonId.parse(id))
    const now = systemClock.now()
    await Promise.all(
      Array.from({ length: count }, (_, n) =>
        this.#does(by[(from + n) % by.length] ?? 'system', ['callTaker'], logCall(now, from + n), crisis),
      ),
    )
  }

  async #signIn(admin: PersonId, n: number, roles: readonly Role[]): Promise<string> {
    const account = PersonId.parse(
      await this.#does(admin, ['admin'], {
        type: 'access.createAccount',
        login: `desk${n}`,
        name: `Bureau ${n}`,
        roles: [...roles],
        tokenHash: hashToken(drawToken()),
      }),
    )
    const token = drawToken()
    const session = hashToken(token)
    await this.#does('system', ['system'], {
      type: 'access.openSession',
      account,
      verifier: null,
      session,
      agent: 'bench',
    })
    return `cip=${token}`
  }

  async #does(
    person: Author,
    roles: readonly ActorRole[],
    command: Command,
    crisis: CrisisId | null = null,
  ): Promise<string> {
    const id = drawCommandId()
    const envelope = isCrisisCommand(command)
      ? { id, crisis: CrisisId.parse(crisis), command }
      : { id, crisis: null, command }
    const outcome = await this.#dispatcher.submit(envelope, { person, roles })
    if (outcome.status !== 'accepted') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`)
    return id
  }
}
