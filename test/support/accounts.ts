import { roles, type ActorRole, type Role } from '#shared/access/roles.ts'
import { accountMadeBy } from '#shared/access/commands.ts'
import type { StandingCommand } from '#shared/command.ts'
import { decide } from '#shared/decide.ts'
import { evolveAll } from '#shared/evolve.ts'
import type { Draft } from '#shared/journal/entry.ts'
import type { CommandId, PersonId } from '#shared/lib/id.ts'
import { initialState, type State } from '#shared/state.ts'
import { hashPassword } from '#server/access/passwords.ts'
import { hashToken } from '#server/access/tokens.ts'
import type { Journal } from '#server/journal/port.ts'
import type { Session } from '#scripts/headless/session.ts'
import { commandId } from './drafts.ts'
import { installation } from './installation.ts'

/** Of every account of the tests. */
export const password = 'mot de passe des essais'

/** One account for each role, whose login is the role in lower case, with a session already open. */
export function loginOf(role: Role): string {
  return role.toLowerCase()
}

/** The session opened beforehand for this role: no password is derived, which would take a tenth of a second each. */
export function sessionOf(url: string, role: Role): Session {
  return { url, cookie: `cip=${tokenOf(role)}` }
}

export function personOf(role: Role): PersonId {
  return accountMadeBy(commandFor(role, 0))
}

function tokenOf(role: Role): string {
  return `token-of-the-tests-for-${role}`
}

// Far from what tests draw for themselves.
const firstCommand = 0xac_0000

/** The nth command that makes this role's account ready. */
function commandFor(role: Role, n: 0 | 1 | 2): CommandId {
  return commandId(firstCommand + n * 0x100 + roles.indexOf(role))
}

/** Writes the accounts into an empty journal; one that holds something is left as it is. */
export async function createAccounts(journal: Journal): Promise<void> {
  if ((await journal.head()) > 0) return
  const verifier = await (verifierOnce ??= hashPassword(password))
  const drafts: Draft[] = []
  let state: State = initialState
  const act = (id: CommandId, command: StandingCommand) => {
    const made = draftsOf(state, id, command)
    drafts.push(...made)
    state = evolveAll(
      state,
      made.map((draft, n) => ({ ...draft, seq: state.seq + 1 + n })),
    )
  }
  for (const role of roles) {
    const account = personOf(role)
    const login = loginOf(role)
    const tokenHash = hashToken(`invitation of ${role}`)
    const person = { login, name: `Essai ${role}` }
    act(commandFor(role, 0), { type: 'access.createAccount', ...person, roles: [role], tokenHash })
    act(commandFor(role, 1), { type: 'access.setPassword', account, verifier, tokenHash, present: null })
    const session = hashToken(tokenOf(role))
    const opening = { account, verifier, session, agent: 'essais' }
    act(commandFor(role, 2), { type: 'access.openSession', ...opening })
  }
  await journal.append(drafts, 0)
}

let verifierOnce: Promise<string> | null = null

function draftsOf(state: State, id: CommandId, command: StandingCommand): readonly Draft[] {
  const at = Date.now()
  const actor: readonly ActorRole[] = ['system', 'admin']
  const { standing, seq: head } = state
  const context = {
    id,
    at,
    by: 'system',
    roles: actor,
    standing,
    head,
    record: null,
    isSubjectKnown: true,
    installation,
  } as const
  const decision = decide(state, { id, crisis: null, command }, context)
  if (!decision.accepted) throw new Error(`${command.type}: ${decision.refusal.code}`)
  // Nobody's access is in doubt where a test begins: what the machine gave bears no mark.
  const events = decision.events.filter(({ type }) => type !== 'access.givenAlone')
  return events.map((event) => ({ at, by: 'system', crisis: null, command: id, event }))
}
