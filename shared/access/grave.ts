import type { AccessCommand } from '#shared/access/commands.ts'
import type { Role } from '#shared/access/roles.ts'
import type { People, Person } from '#shared/access/state.ts'
import type { PersonId } from '#shared/lib/id.ts'

/** Whoever holds one of these could speak to the public as the préfet, or give that right (domain.md 6.6). */
const graveRoles = ['approver', 'comms', 'admin'] as const satisfies readonly Role[]

/** What a deputy may stand in for: the grave roles that act in a crisis. */
export const deputyRoles = ['approver', 'comms'] as const satisfies readonly Role[]
export type DeputyRole = (typeof deputyRoles)[number]

/** What needs a second person's yes, as both read it. It holds no secret: every console has it. */
export type GraveAct =
  | Readonly<{ kind: 'create'; login: string; name: string; roles: readonly Role[] }>
  /** `was`: the roles it was decided on. */
  | Readonly<{
      kind: 'change'
      account: PersonId
      name: string
      roles: readonly Role[]
      was: readonly Role[]
    }>
  | Readonly<{ kind: 'reissue'; account: PersonId }>
  | Readonly<{ kind: 'deputy'; account: PersonId; role: DeputyRole }>

export function isGraveRole(role: Role): boolean {
  return graveRoles.some((grave) => grave === role)
}

/** Whether this account holds a grave role, or stands ready to. */
function isGrave({ roles, deputyFor }: Pick<Person, 'roles' | 'deputyFor'>): boolean {
  return deputyFor.length > 0 || roles.some(isGraveRole)
}

type Of<T extends AccessCommand['type']> = Extract<AccessCommand, { type: T }>

/** For each command of this feature the grave act that it may be; `null` for those that never are one. */
const graveActs: {
  readonly [T in AccessCommand['type']]: ((command: Of<T>, people: People) => GraveAct | null) | null
} = {
  'access.createAccount': ({ login, name, roles }) =>
    roles.some(isGraveRole) ? { kind: 'create', login, name, roles } : null,
  'access.changeAccount': ({ account, name, roles }, people) => {
    const was = people[account]?.roles ?? []
    const isGiven = roles.some((role) => isGraveRole(role) && !was.includes(role))
    return isGiven ? { kind: 'change', account, name, roles, was } : null
  },
  'access.reissueInvitation': ({ account }, people) => {
    const person = people[account]
    return person !== undefined && isGrave(person) ? { kind: 'reissue', account } : null
  },
  'access.nameDeputy': ({ account, role }) => ({ kind: 'deputy', account, role }),
  // Whoever holds the machine holds everything: it needs nobody, and says itself to every approver.
  'access.setUp': null,
  'access.recover': null,
  // They take rights away. A stolen account must be shut by the first who notices, alone, at night; that an
  // administrator who is gone still counts for a week (two-people.ts) keeps it from being a way to be alone.
  'access.closeAccount': null,
  'access.dismissDeputy': null,
  // It gives nothing to anybody: only who knows the present password chooses the next one.
  'access.expirePassword': null,
  // Behind a link or the present password: the link is what needs two.
  'access.setPassword': null,
  'access.confirm': null,
  'access.decline': null,
  'access.withdraw': null,
  'access.vouch': null,
  'access.openSession': null,
  'access.recordLimit': null,
  'access.unlock': null,
  'access.holdSessions': null,
  'access.endSession': null,
  'access.closeSession': null,
  'access.revokeSessions': null,
}

/** The grave act that this command asks for; null when one person's word is enough. */
export function graveActOf(command: AccessCommand, people: People): GraveAct | null {
  // The table pairs each command with its own question; the compiler can't follow that through the index.
  const ask = graveActs[command.type] as ((command: AccessCommand, people: People) => GraveAct | null) | null
  return ask === null ? null : ask(command, people)
}
