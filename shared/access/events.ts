import type { Role } from '#shared/access/roles.ts'
import type { PersonId } from '#shared/lib/id.ts'

/** An argon2id verifier in PHC form. Sealed in the journal, shown to no console. */
type Verifier = Readonly<{ verifier: string }>

type AccountCreated = Readonly<{
  type: 'access.accountCreated'
  account: PersonId
  login: string
  name: string
  roles: readonly Role[]
}>
type AccountChanged = Readonly<{
  type: 'access.accountChanged'
  account: PersonId
  name: string
  roles: readonly Role[]
}>
type AccountClosed = Readonly<{ type: 'access.accountClosed'; account: PersonId }>
type InvitationIssued = Readonly<{
  type: 'access.invitationIssued'
  account: PersonId
  /** SHA-256 hex of the token in the link: the link itself is never stored. */
  tokenHash: string
  expiresAt: number
}>
type PasswordSet = Readonly<{
  type: 'access.passwordSet'
  account: PersonId
  subject: PersonId
  personal: Verifier | null
}>
/** The account keeps its password but can do nothing until it has chosen another. */
type PasswordExpired = Readonly<{ type: 'access.passwordExpired'; account: PersonId }>
type SessionOpened = Readonly<{
  type: 'access.sessionOpened'
  account: PersonId
  /** SHA-256 hex of the session's token, which only the cookie holds. */
  session: string
  expiresAt: number
  /** What the browser calls itself, shortened, so that its owner recognises it in the list. */
  agent: string
}>
type SessionClosed = Readonly<{ type: 'access.sessionClosed'; account: PersonId; session: string }>
type SessionsRevoked = Readonly<{ type: 'access.sessionsRevoked'; account: PersonId; except: string | null }>
/** Null account: the login is unknown. What was typed is not kept: people type passwords into the wrong field. */
type SignInFailed = Readonly<{ type: 'access.signInFailed'; account: PersonId | null }>

export type AccessEvent =
  | AccountCreated
  | AccountChanged
  | AccountClosed
  | InvitationIssued
  | PasswordSet
  | PasswordExpired
  | SessionOpened
  | SessionClosed
  | SessionsRevoked
  | SignInFailed
