import { z } from 'zod'
import { deputyRoles } from '#shared/access/grave.ts'
import { RoleSchema } from '#shared/access/role-schema.ts'
import { PersonId, RequestId, type CommandId } from '#shared/lib/id.ts'
import { line } from '#shared/lib/text.ts'
import { Instant } from '#shared/lib/instant.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** What a person types to sign in: lower case, no accents, so that it can be dictated over the phone. */
export const Login = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/)
const PhcVerifier = z.string().startsWith('$argon2id$').max(200)
const Roles = z.array(RoleSchema).min(1).max(13)

/** The first administrator, through the set-up link. */
const SetUp = z.object({
  type: z.literal('access.setUp'),
  login: Login,
  name: line(80),
  verifier: PhcVerifier,
})
/** The token is drawn by the server, which shows its link once; only its hash comes here. */
const CreateAccount = z.object({
  type: z.literal('access.createAccount'),
  login: Login,
  name: line(80),
  roles: Roles,
  tokenHash: Sha256,
})
const ReissueInvitation = z.object({
  type: z.literal('access.reissueInvitation'),
  account: PersonId,
  tokenHash: Sha256,
})
/** Given on the machine itself, when no administrator can sign in any more. */
const Recover = z.object({
  type: z.literal('access.recover'),
  login: Login,
  tokenHash: Sha256,
})
const ChangeAccount = z.object({
  type: z.literal('access.changeAccount'),
  account: PersonId,
  name: line(80),
  roles: Roles,
  /** The half of a link that its author keeps, for when a grave role is given to an account that one person opened. */
  tokenHash: Sha256.nullable(),
})
const DeputyRole = z.enum(deputyRoles)
/** Prepared in quiet times: this account may be switched on for that role, in one crisis at a time. */
const NameDeputy = z.object({
  type: z.literal('access.nameDeputy'),
  account: PersonId,
  role: DeputyRole,
  tokenHash: Sha256.nullable(),
})
const DismissDeputy = z.object({
  type: z.literal('access.dismissDeputy'),
  account: PersonId,
  role: DeputyRole,
})
/** The second person's yes. `codeHash`: of the code that they alone are shown. */
const Confirm = z.object({
  type: z.literal('access.confirm'),
  request: RequestId,
  codeHash: Sha256,
})
const Decline = z.object({ type: z.literal('access.decline'), request: RequestId, reason: line(300) })
/** Its author takes it back. */
const Withdraw = z.object({ type: z.literal('access.withdraw'), request: RequestId })
/** "I have seen that this account is in the right hands": what one person gave alone rests on two. */
const Vouch = z.object({ type: z.literal('access.vouch'), account: PersonId })
const CloseAccount = z.object({ type: z.literal('access.closeAccount'), account: PersonId })
const ExpirePassword = z.object({ type: z.literal('access.expirePassword'), account: PersonId })
const SetPassword = z.object({
  type: z.literal('access.setPassword'),
  account: PersonId,
  verifier: PhcVerifier,
  /** The invitation that allows it, or null when the person is signed in and gave the present password. */
  tokenHash: Sha256.nullable(),
  /** What the present password was held against, and the session it was given in; null with an invitation. */
  present: z.object({ verifier: PhcVerifier, session: Sha256 }).nullable(),
})
const OpenSession = z.object({
  type: z.literal('access.openSession'),
  account: PersonId,
  /** What the password was held against; null for an account that has none (tests, benches). */
  verifier: PhcVerifier.nullable(),
  session: Sha256,
  agent: z.string().max(200),
})
/** Attempts to sign in have reached a limit: to this account, or (null) from one place to any. */
const RecordLimit = z.object({ type: z.literal('access.recordLimit'), account: PersonId.nullable() })
/** What was counted against the account no longer counts. */
const Unlock = z.object({ type: z.literal('access.unlock'), account: PersonId })
/** Time goes on from `from` at `to`. */
const HoldSessions = z.object({ type: z.literal('access.holdSessions'), from: Instant, to: Instant })
/** Its time has come. */
const EndSession = z.object({ type: z.literal('access.endSession'), session: Sha256 })
const CloseSession = z.object({ type: z.literal('access.closeSession'), session: Sha256 })
const RevokeSessions = z.object({
  type: z.literal('access.revokeSessions'),
  account: PersonId,
  except: Sha256.nullable(),
})

export const AccessCommand = z.discriminatedUnion('type', [
  SetUp,
  CreateAccount,
  ReissueInvitation,
  Recover,
  ChangeAccount,
  CloseAccount,
  ExpirePassword,
  SetPassword,
  OpenSession,
  RecordLimit,
  Unlock,
  HoldSessions,
  EndSession,
  CloseSession,
  RevokeSessions,
  NameDeputy,
  DismissDeputy,
  Confirm,
  Decline,
  Withdraw,
  Vouch,
])
export type AccessCommand = Readonly<z.infer<typeof AccessCommand>>

/** The account made by a command has the command's id. */
export function accountMadeBy(command: CommandId): PersonId {
  return PersonId.parse(command)
}

/** In a crisis, in one act: the deputy confirmed beforehand acts in that role until the closure, or `until`. */
const SwitchOnDeputy = z.object({
  type: z.literal('access.switchOnDeputy'),
  account: PersonId,
  role: DeputyRole,
  until: Instant.nullable(),
  reason: line(300),
})
const SwitchOffDeputy = z.object({
  type: z.literal('access.switchOffDeputy'),
  account: PersonId,
  role: DeputyRole,
})
export const deputyCommands = [SwitchOnDeputy, SwitchOffDeputy] as const
const DeputyCommand = z.discriminatedUnion('type', deputyCommands)
export type DeputyCommand = Readonly<z.infer<typeof DeputyCommand>>
