import type { DeputyRole, GraveAct } from '#shared/access/grave.ts'
import type { Role } from '#shared/access/roles.ts'
import type { Author, PersonId, RequestId } from '#shared/lib/id.ts'

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
/** No server lives from `from` to `to` (ms), or a clock was wrong: sessions have as long left as they had then. */
type SessionsHeld = Readonly<{ type: 'access.sessionsHeld'; from: number; to: number }>
type SessionsRevoked = Readonly<{ type: 'access.sessionsRevoked'; account: PersonId; except: string | null }>
/** Too many attempts to sign in: to this account, or (null) from one place. Told once in a while, not once each. */
type SignInLimited = Readonly<{ type: 'access.signInLimited'; account: PersonId | null }>
type Unlocked = Readonly<{ type: 'access.unlocked'; account: PersonId }>
/** As it was once told, one by one. Null account: the login is unknown. What was typed is not kept: people type passwords into the wrong field. */
type SignInFailed = Readonly<{ type: 'access.signInFailed'; account: PersonId | null }>

/** An administrator has signed in, told once a day: whether two are there is everybody's to see. */
type AdministratorSeen = Readonly<{ type: 'access.administratorSeen'; account: PersonId }>
/** A grave act is asked for and waits for a second person. */
type Requested = Readonly<{
  type: 'access.requested'
  request: RequestId
  act: GraveAct
  withLink: boolean
  expiresAt: number
}>
/** The half of the link that the request's author holds, as SHA-256 hex. */
type HalfKept = Readonly<{ type: 'access.halfKept'; request: RequestId; half: string }>
type Confirmed = Readonly<{ type: 'access.confirmed'; request: RequestId; requestedBy: PersonId }>
type Declined = Readonly<{
  type: 'access.declined'
  request: RequestId
  requestedBy: PersonId
  reason: string
}>
type Withdrawn = Readonly<{ type: 'access.withdrawn'; request: RequestId }>
/** The invitation before it needs both halves: nobody alone can use it. */
type LinkShared = Readonly<{ type: 'access.linkShared'; account: PersonId }>
/** The account has no password until its new link is used. */
type PasswordDropped = Readonly<{ type: 'access.passwordDropped'; account: PersonId }>
/** What could publish was given without a second person. */
type GivenAlone = Readonly<{ type: 'access.givenAlone'; account: PersonId; by: Author }>
type Vouched = Readonly<{ type: 'access.vouched'; account: PersonId }>
type DeputyNamed = Readonly<{ type: 'access.deputyNamed'; account: PersonId; role: DeputyRole }>
type DeputyDismissed = Readonly<{ type: 'access.deputyDismissed'; account: PersonId; role: DeputyRole }>
/** In a crisis. `until` null: until its closure. */
type DeputySwitchedOn = Readonly<{
  type: 'access.deputySwitchedOn'
  account: PersonId
  role: DeputyRole
  until: number | null
  reason: string
}>
type DeputySwitchedOff = Readonly<{ type: 'access.deputySwitchedOff'; account: PersonId; role: DeputyRole }>

export type DeputyEvent = DeputySwitchedOn | DeputySwitchedOff

export type AccessEvent =
  | AdministratorSeen
  | Requested
  | HalfKept
  | Confirmed
  | Declined
  | Withdrawn
  | LinkShared
  | PasswordDropped
  | GivenAlone
  | Vouched
  | DeputyNamed
  | DeputyDismissed
  | DeputyEvent
  | AccountCreated
  | AccountChanged
  | AccountClosed
  | InvitationIssued
  | PasswordSet
  | PasswordExpired
  | SessionOpened
  | SessionClosed
  | SessionsHeld
  | SessionsRevoked
  | SignInLimited
  | Unlocked
  | SignInFailed
