import type { DeputyRole, GraveAct } from '#shared/access/grave.ts'
import type { Role } from '#shared/access/roles.ts'
import type { Sessions } from '#shared/access/session.ts'
import type { Author, PersonId, RequestId } from '#shared/lib/id.ts'

/** What everybody may know of a colleague. */
export type Person = Readonly<{
  name: string
  login: string
  roles: readonly Role[]
  closed: boolean
  /** Confirmed beforehand to stand in for these, in a crisis where somebody switches them on. */
  deputyFor: readonly DeputyRole[]
  /** A grave role, or a new link to one, that one person (or the machine) gave alone, until another has vouched. */
  alone: Readonly<{ by: Author; at: number }> | null
  /** Of an administrator: when they last signed in, to a day. */
  seenAt: number | null
  /** When they ceased to be an administrator; null for who is one or never was. */
  adminUntil: number | null
}>
export type People = Readonly<Record<PersonId, Person>>

/** A grave act that waits for a second person's yes. */
export type Request = Readonly<{
  by: PersonId
  at: number
  expiresAt: number
  act: GraveAct
  /** Whether the account gets a new link, in two halves. */
  withLink: boolean
}>
export type Requests = Readonly<Record<RequestId, Request>>

export type Account = Readonly<{
  /** Argon2id in PHC form; null until a password is chosen, or once erased. */
  verifier: string | null
  invitation: Readonly<{ tokenHash: string; expiresAt: number }> | null
  mustChangePassword: boolean
  lastSignInAt: number | null
  /** Who alone handed out its last link, and could have used it; null: two people, the first set-up or the machine. */
  linkBy: PersonId | null
  /** When an administrator last said that failed attempts no longer count. */
  unlockedAt: number | null
}>

/** The server's part of access: never sent to a console. */
export type AccessState = Readonly<{
  accounts: Readonly<Record<PersonId, Account>>
  /** A bounded number for each account. */
  sessions: Sessions
  /** The first half of the link that a request will give: SHA-256 hex of what its author holds. */
  halves: Readonly<Record<RequestId, string>>
}>

export const noAccess: AccessState = { accounts: {}, sessions: {}, halves: {} }
