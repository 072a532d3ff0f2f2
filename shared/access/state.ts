import type { Role } from '#shared/access/roles.ts'
import type { PersonId } from '#shared/lib/id.ts'

/** What everybody may know of a colleague. */
export type Person = Readonly<{ name: string; login: string; roles: readonly Role[]; closed: boolean }>
export type People = Readonly<Record<PersonId, Person>>

export type Session = Readonly<{ account: PersonId; openedAt: number; expiresAt: number; agent: string }>

export type Account = Readonly<{
  /** Argon2id in PHC form; null until a password is chosen, or once erased. */
  verifier: string | null
  invitation: Readonly<{ tokenHash: string; expiresAt: number }> | null
  mustChangePassword: boolean
  lastSignInAt: number | null
}>

/** The server's part of access: never sent to a console. */
export type AccessState = Readonly<{
  accounts: Readonly<Record<PersonId, Account>>
  /** By SHA-256 hex of the token, oldest first; a bounded number for each account, ended ones among them. */
  sessions: Readonly<Record<string, Session>>
}>

export const noAccess: AccessState = { accounts: {}, sessions: {} }
