import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { Login } from '#shared/access/commands.ts'
import { deputyRoles } from '#shared/access/grave.ts'
import { joinHalves } from '#shared/access/halves.ts'
import { RoleSchema } from '#shared/access/role-schema.ts'
import { accountInvitedBy, findByLogin } from '#shared/access/select.ts'
import { sessionLength } from '#shared/access/session.ts'
import type { StandingCommand } from '#shared/command.ts'
import { PersonId, RequestId, type CommandId } from '#shared/lib/id.ts'
import { line } from '#shared/lib/text.ts'
import { drawCode, drawInvitation } from '#server/access/invitations.ts'
import { deviceCookieLength, type KnownDevices } from '#server/access/known-devices.ts'
import type { Attempt, SignInLimits } from '#server/access/limits.ts'
import { faultOfPassword } from '#server/access/password-rule.ts'
import { hashPassword, Password, verifyPassword } from '#server/access/passwords.ts'
import { cookieName, readToken, whoIs, type SignedIn } from '#server/access/sessions.ts'
import type { SetUpLink } from '#server/access/set-up.ts'
import { drawToken, hashToken } from '#server/access/tokens.ts'
import { installation, type Dispatcher } from '#server/dispatch.ts'
import { type ActorOf, isForAnother } from '#server/http/actor.ts'
import { ApiError, refusedAs } from '#server/http/api-error.ts'
import { parse, type IsSecure } from '#server/http/edge.ts'
import type { Clock } from '#server/lib/clock.ts'
import { drawCommandId } from '#server/lib/command-id.ts'

type Parts = Readonly<{
  dispatcher: Dispatcher
  clock: Clock
  limits: SignInLimits
  devices: KnownDevices
  setUp: SetUpLink
  actorOf: ActorOf
  /** Whether people reach this server over TLS. */
  isSecure: IsSecure
}>

const Token = z.string().min(20).max(100)
/** The second person's half, as it was dictated: spaces do not count. Null for a link that is whole. */
const Code = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().max(40))
  .nullable()
  .default(null)
const SignIn = z.object({ login: z.string().trim().toLowerCase().max(40), password: z.string().max(200) })
const SetUp = z.object({ token: Token, login: Login, name: line(80), password: Password })
const Accept = z.object({ token: Token, code: Code, password: Password })
const ChangePassword = z.object({ current: z.string().max(200), password: Password })
const Invite = z.object({ login: Login, name: line(80), roles: z.array(RoleSchema).min(1).max(13) })
const Reissue = z.object({ account: PersonId })
const Change = z.object({ account: PersonId, name: line(80), roles: z.array(RoleSchema).min(1).max(13) })
const NameDeputy = z.object({ account: PersonId, role: z.enum(deputyRoles) })
const Confirm = z.object({ request: RequestId })

type Link = Readonly<{ token: string; code: string | null }>
/** What an administrator's act came to. `request` null: it is done, and `token` opens the account, where it has a link. */
type Issued = Readonly<{ token: string | null; request: RequestId | null }>

/** Signing in and out, set-up and invitation links, passwords, sessions. Passwords go no further than this file. */
export function accessRoutes(parts: Parts): Router {
  const access = new Access(parts)
  const router = Router()
  router.post('/sign-in', (request, response) => access.signIn(request, response))
  router.post('/sign-out', (request, response) => access.signOut(request, response))
  router.post('/set-up', (request, response) => access.setUp(request, response))
  router.post('/invitation', (request, response) => access.showInvitation(request, response))
  router.post('/invitation/accept', (request, response) => access.acceptInvitation(request, response))
  router.post('/password', (request, response) => access.changePassword(request, response))
  router.get('/me', (request, response) => access.me(request, response))
  router.get('/sessions', (request, response) => access.sessions(request, response))
  router.post('/accounts', (request, response) => access.createAccount(request, response))
  router.post('/accounts/reissue', (request, response) => access.reissue(request, response))
  router.post('/accounts/change', (request, response) => access.changeAccount(request, response))
  router.post('/accounts/deputy', (request, response) => access.nameDeputy(request, response))
  router.post('/requests/confirm', (request, response) => access.confirm(request, response))
  return router
}

class Access {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async signIn(request: Request, response: Response): Promise<void> {
    const { login, password } = parse(SignIn, request.body)
    const { standing, access } = this.#parts.dispatcher.state
    const account = findByLogin(standing.people, login)
    const attempt = this.#attempt(request, login, account)
    await this.#count(attempt)
    const verifier = account === null ? null : (access.accounts[account]?.verifier ?? null)
    const isRight = await this.#isRight(attempt, { password, verifier, isKnown: attempt.device !== null })
    if (!isRight || account === null || standing.people[account]?.closed === true) {
      throw new ApiError(401, 'access.wrong-credentials')
    }
    await this.#parts.limits.succeeded(attempt)
    await this.#openSession({ account, verifier }, request, response)
  }

  async signOut(request: Request, response: Response): Promise<void> {
    const isSecure = this.#parts.isSecure(request)
    const token = readToken(request, isSecure)
    if (token !== null) {
      const signedIn = this.#whoIs(request)
      // The console of before leaves; the session in the cookie is somebody else's, who stays.
      if (signedIn !== null && isForAnother(request, signedIn)) return void response.status(204).end()
      const command = { type: 'access.closeSession', session: hashToken(token) } as const
      if (signedIn !== null) await this.#submit(command, signedIn)
    }
    response.clearCookie(cookieName(isSecure), { path: '/', secure: isSecure }).status(204).end()
  }

  async setUp(request: Request, response: Response): Promise<void> {
    const { token, login, name, password } = parse(SetUp, request.body)
    if (!this.#parts.setUp.opens(token)) throw new ApiError(403, 'access.invitation-invalid')
    refuseGuessable(password, { login, name })
    const verifier = await hashPassword(password)
    await this.#submit({ type: 'access.setUp', login, name, verifier })
    const account = findByLogin(this.#parts.dispatcher.state.standing.people, login)
    if (account === null) throw new ApiError(403, 'access.invitation-invalid')
    await this.#openSession({ account, verifier }, request, response)
  }

  showInvitation(request: Request, response: Response): void {
    const { account } = this.#invited(parse(z.object({ token: Token, code: Code }), request.body))
    const { name, login } = this.#person(account)
    response.json({ name, login })
  }

  async acceptInvitation(request: Request, response: Response): Promise<void> {
    const { password, ...link } = parse(Accept, request.body)
    const { account, tokenHash } = this.#invited(link)
    refuseGuessable(password, this.#person(account))
    const verifier = await hashPassword(password)
    await this.#submit({ type: 'access.setPassword', account, verifier, tokenHash, present: null })
    await this.#openSession({ account, verifier }, request, response)
  }

  async changePassword(request: Request, response: Response): Promise<void> {
    const { current, password } = parse(ChangePassword, request.body)
    const signedIn = this.#whoIs(request)
    if (signedIn === null) throw new ApiError(401, 'access.signed-out')
    if (isForAnother(request, signedIn)) throw new ApiError(409, 'access.other-person')
    const { person: account } = signedIn
    const person = this.#person(account)
    const attempt = this.#attempt(request, person.login, account)
    await this.#count(attempt)
    const stored = this.#parts.dispatcher.state.access.accounts[account]?.verifier ?? null
    if (!(await this.#isRight(attempt, { password: current, verifier: stored, isKnown: true }))) {
      throw new ApiError(403, 'access.wrong-credentials', { field: 'current' })
    }
    await this.#parts.limits.succeeded(attempt)
    if (current === password) throw new ApiError(400, 'access.same-password', { field: 'password' })
    refuseGuessable(password, person)
    const verifier = await hashPassword(password)
    const present = stored === null ? null : { verifier: stored, session: signedIn.session }
    await this.#submit({ type: 'access.setPassword', account, verifier, tokenHash: null, present })
    await this.#openSession({ account, verifier }, request, response)
  }

  me(request: Request, response: Response): void {
    const signedIn = this.#whoIs(request)
    if (signedIn === null) throw new ApiError(401, 'access.signed-out')
    response.json(signedIn)
  }

  sessions(request: Request, response: Response): void {
    const { person, session: current } = this.#parts.actorOf(request)
    const mine = Object.entries(this.#parts.dispatcher.state.access.sessions)
      .filter(([, session]) => session.account === person)
      .map(([id, { opened, agent }]) => ({ id, openedAt: opened.at, agent, isCurrent: id === current }))
    response.json(mine)
  }

  async createAccount(request: Request, response: Response): Promise<void> {
    const account = parse(Invite, request.body)
    const { token, ...invitation } = drawInvitation()
    const command = { type: 'access.createAccount', ...account, ...invitation } as const
    response.status(201).json(await this.#issue(command, { token, isWhole: true, request }))
  }

  async reissue(request: Request, response: Response): Promise<void> {
    const { account } = parse(Reissue, request.body)
    const { token, ...invitation } = drawInvitation()
    const command = { type: 'access.reissueInvitation', account, ...invitation } as const
    response.status(201).json(await this.#issue(command, { token, isWhole: true, request }))
  }

  async changeAccount(request: Request, response: Response): Promise<void> {
    const change = parse(Change, request.body)
    const { token, tokenHash } = drawInvitation()
    const command = { type: 'access.changeAccount', ...change, tokenHash } as const
    response.json(await this.#issue(command, { token, isWhole: false, request }))
  }

  async nameDeputy(request: Request, response: Response): Promise<void> {
    const deputy = parse(NameDeputy, request.body)
    const { token, tokenHash } = drawInvitation()
    const command = { type: 'access.nameDeputy', ...deputy, tokenHash } as const
    response.json(await this.#issue(command, { token, isWhole: false, request }))
  }

  /** The code is drawn here and shown once, to whoever says yes; without a link there is none. */
  async confirm(request: Request, response: Response): Promise<void> {
    const { request: id } = parse(Confirm, request.body)
    const actor = this.#parts.actorOf(request)
    const withLink = this.#parts.dispatcher.state.standing.requests[id]?.withLink ?? false
    const { code, codeHash } = drawCode()
    await this.#submit({ type: 'access.confirm', request: id, codeHash }, actor)
    response.json({ code: withLink ? code : null })
  }

  /** Done at once, or waiting for a second person: whoever asked is told which, and keeps their link or their half. */
  async #issue(
    command: StandingCommand,
    { token, isWhole, request }: Readonly<{ token: string; isWhole: boolean; request: Request }>,
  ): Promise<Issued> {
    const id = RequestId.parse(await this.#submit(command, this.#parts.actorOf(request)))
    const waiting = this.#parts.dispatcher.state.standing.requests[id]
    if (waiting === undefined) return { token: isWhole ? token : null, request: null }
    return { token: waiting.withLink ? token : null, request: id }
  }

  #invited({ token, code }: Link): Readonly<{ account: PersonId; tokenHash: string }> {
    const tokenHash = code === null ? hashToken(token) : joinHalves(hashToken(token), hashToken(code))
    const { dispatcher, clock } = this.#parts
    const account = accountInvitedBy(dispatcher.state.access, tokenHash, clock.now())
    if (account === null) throw new ApiError(403, 'access.invitation-invalid')
    return { account, tokenHash }
  }

  #person(account: PersonId) {
    const person = this.#parts.dispatcher.state.standing.people[account]
    if (person === undefined) throw new ApiError(401, 'access.signed-out')
    return person
  }

  #whoIs(request: Request): SignedIn | null {
    const { dispatcher, clock } = this.#parts
    return whoIs(dispatcher.state, readToken(request, this.#parts.isSecure(request)), clock.now())
  }

  #attempt(request: Request, login: string, account: PersonId | null): Attempt {
    const { devices, dispatcher } = this.#parts
    if (account === null) return { login, account, unlockedAt: null, device: null, address: request.ip ?? '' }
    const unlockedAt = dispatcher.state.access.accounts[account]?.unlockedAt ?? null
    const device = devices.recognise(request, account)
    return { login, account, unlockedAt, device, address: request.ip ?? '' }
  }

  /** Throws 429 where a limit is reached, and has that told once. */
  async #count(attempt: Attempt): Promise<void> {
    const { wait, isNews } = await this.#parts.limits.attempt(attempt)
    if (isNews) await this.#submit({ type: 'access.recordLimit', account: attempt.account })
    if (wait > 0)
      throw new ApiError(429, 'access.too-many-attempts', { detail: String(wait), retryAfter: wait })
  }

  /** Where too many are looked at already, the attempt is none: whoever is told to come again comes with as many. */
  async #isRight(attempt: Attempt, asked: Parameters<typeof verifyPassword>[0]): Promise<boolean> {
    try {
      return await verifyPassword(asked)
    } catch (error) {
      await this.#parts.limits.unseen(attempt)
      throw error
    }
  }

  #rememberDevice(account: PersonId, request: Request, response: Response): void {
    const { devices, isSecure } = this.#parts
    const value = devices.remember(account, devices.recognise(request, account))
    // Sent where it is asked for, and nowhere else: many people may have signed in from one desk.
    const options = {
      httpOnly: true,
      sameSite: 'strict',
      path: '/api/access',
      maxAge: deviceCookieLength,
    } as const
    response.cookie(devices.cookieName(account), value, { ...options, secure: isSecure(request) })
  }

  /** `verifier`: what was held, or has just been set; refused where it is no longer this account's. */
  async #openSession(
    { account, verifier }: Readonly<{ account: PersonId; verifier: string | null }>,
    request: Request,
    response: Response,
  ): Promise<void> {
    const token = drawToken()
    const agent = (request.headers['user-agent'] ?? '').slice(0, 200)
    const session = hashToken(token)
    await this.#submit({ type: 'access.openSession', account, verifier, session, agent })
    const isSecure = this.#parts.isSecure(request)
    response.cookie(cookieName(isSecure), token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: isSecure,
      path: '/',
      // Counted by the browser: its clock and ours need not agree.
      maxAge: sessionLength,
    })
    this.#rememberDevice(account, request, response)
    response.status(204).end()
  }

  async #submit(command: StandingCommand, signedIn: SignedIn | null = null): Promise<CommandId> {
    const actor = signedIn === null ? installation : { person: signedIn.person, roles: signedIn.roles }
    const id = drawCommandId()
    const outcome = await this.#parts.dispatcher.submit({ id, crisis: null, command }, actor)
    if (outcome.status === 'refused') throw refusedAs(outcome.refusal)
    if (outcome.status === 'unavailable') throw new ApiError(503, 'server.unavailable')
    return id
  }
}

function refuseGuessable(password: string, whose: Readonly<{ login: string; name: string }>): void {
  const fault = faultOfPassword(password, whose)
  if (fault !== null) throw new ApiError(400, fault, { field: 'password' })
}
