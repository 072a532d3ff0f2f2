import { afterEach, beforeEach, expect, test } from 'vitest'
import { io } from 'socket.io-client'
import { loginOf, password, personOf, sessionOf } from '../support/accounts.ts'
import { day } from '#shared/lib/time.ts'
import { TestApp } from '../support/app.ts'
import { floodOrder } from '../support/flood-order.ts'

let app: TestApp
beforeEach(async () => {
  app = await TestApp.start()
})
afterEach(() => app[Symbol.asyncDispose]())

type Asked = Readonly<{ cookie?: string; headers?: Readonly<Record<string, string>>; body?: unknown }>

function post(path: string, { cookie = '', headers = {}, body = {} }: Asked = {}): Promise<Response> {
  return fetch(`${app.url}/api/access${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-cip-console': '1', cookie, ...headers },
    body: JSON.stringify(body),
  })
}

function get(path: string, cookie = ''): Promise<Response> {
  return fetch(`${app.url}/api/access${path}`, { headers: { cookie } })
}

async function signIn(login: string, secret = password): Promise<string> {
  const response = await post('/sign-in', { body: { login, password: secret } })
  expect(response.status).toBe(204)
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

test('[A1] signing in gives a cookie that no script reads and no other site sends', async () => {
  const response = await post('/sign-in', { body: { login: loginOf('comms'), password } })
  const cookie = response.headers.get('set-cookie')
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Strict/)
  expect(cookie).not.toContain('Secure')
})

test('[A1] behind TLS the cookie is bound to the host and to TLS', async () => {
  await using secure = await TestApp.start({ environment: { PUBLIC_BASE_URL: 'https://cip.example' } })
  const response = await fetch(`${secure.localUrl}/api/access/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-cip-console': '1' },
    body: JSON.stringify({ login: loginOf('comms'), password }),
  })
  expect(response.headers.get('set-cookie')).toMatch(/^__Host-cip=.*Secure/)
  expect(response.headers.get('strict-transport-security')).not.toBeNull()
})

test('[A2] an unknown login and a wrong password get the same answer, and are no entries of the journal', async () => {
  const head = await app.journal.head()
  const answers = await Promise.all(
    [loginOf('comms'), 'personne'].map((login) =>
      post('/sign-in', { body: { login, password: 'mauvais secret' } }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([401, 401])
  const [one, other] = await Promise.all(answers.map((answer) => answer.text()))
  expect(one).toBe(other)
  expect(await app.journal.head()).toBe(head)
})

test('[A3] [N202] attempts are limited per account, with the time to wait', async () => {
  const login = loginOf('comms')
  const statuses: number[] = []
  for (let n = 0; n < 9; n += 1) {
    statuses.push((await post('/sign-in', { body: { login, password: 'mauvais secret' } })).status)
  }
  expect(statuses.at(-2)).toBe(401)
  const refused = await post('/sign-in', { body: { login, password } })
  expect(refused.status).toBe(429)
  const { code, detail } = (await refused.json()) as { code: string; detail: string }
  expect(code).toBe('access.too-many-attempts')
  expect(refused.headers.get('retry-after')).toBe(detail)
})

test('[A200] a crowd that is told to come again has used up nothing', async () => {
  // Each a login of its own: as many as the network may try, more than are looked at at once.
  const crowd = Array.from({ length: 100 }, (_, n) =>
    post('/sign-in', { body: { login: `inconnu${n}`, password: 'mauvais secret' } }),
  )
  const statuses = (await Promise.all(crowd)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(20)
  const login = loginOf('comms')
  expect((await post('/sign-in', { body: { login, password } })).status).toBe(204)
})

/** As a stranger does: without any cookie. */
async function guess(login: string, times: number): Promise<number> {
  let status = 0
  for (let n = 0; n < times; n += 1) {
    status = (await post('/sign-in', { body: { login, password: 'mauvais secret' } })).status
  }
  return status
}

/** The cookies of a browser in which this person has signed in and out again. */
async function deviceOf(login: string): Promise<string> {
  const response = await post('/sign-in', { body: { login, password } })
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '')
  return cookies.filter((cookie) => !cookie.startsWith('cip=')).join('; ')
}

test('[A220] a stranger who tries every account shuts nobody out of the desk where they have signed in before', async () => {
  const login = loginOf('comms')
  const device = await deviceOf(login)
  expect(await guess(login, 10)).toBe(429)
  expect((await post('/sign-in', { body: { login, password } })).status).toBe(429)
  expect((await post('/sign-in', { cookie: device, body: { login, password } })).status).toBe(204)
})

test('[A220] a device’s cookie is its account’s, and cannot be made up', async () => {
  const device = await deviceOf(loginOf('comms'))
  const [name = '', value = ''] = (await deviceOf(loginOf('hr'))).split('=', 2)
  const forged = [
    device,
    `${name}=${value.replace(/.$/, 'A')}x`,
    `${name}=x.y`,
    `${name}=`,
    `${name}=${'x'.repeat(3_000)}`,
  ]
  expect(await guess(loginOf('hr'), 9)).toBe(429)
  for (const cookie of forged) {
    const answer = await post('/sign-in', { cookie, body: { login: loginOf('hr'), password } })
    expect([cookie.slice(0, 40), answer.status]).toEqual([cookie.slice(0, 40), 429])
  }
  const scope = (
    await post('/sign-in', { body: { login: loginOf('comms'), password } })
  ).headers.getSetCookie()
  expect(scope.at(-1)).toMatch(/^cip-device-.*Path=\/api\/access;.*HttpOnly; SameSite=Strict$/)
})

test('[A222] a limit reached is told once, however many attempts follow', async () => {
  await guess(loginOf('comms'), 30)
  const entries = await app.journal.read(0, 1_000)
  const told = entries.flatMap(({ event }) => (event.type === 'access.signInLimited' ? [event] : []))
  expect(told).toEqual([{ type: 'access.signInLimited', account: personOf('comms') }])
  expect(JSON.stringify(entries)).not.toMatch(/mauvais secret/)
})

test('[A223] an administrator unlocks an account, and nobody else does', async () => {
  const login = loginOf('comms')
  expect(await guess(login, 9)).toBe(429)
  const command = { type: 'access.unlock', account: personOf('comms') } as const
  const lead = await app.console('roomLead')
  expect(await lead.submit(command)).toMatchObject({ refusal: { code: 'command.forbidden' } })
  const admin = await app.console('admin')
  expect((await admin.submit(command)).status).toBe('recorded')
  expect((await post('/sign-in', { body: { login, password } })).status).toBe(204)
})

test('[A224] a password that is tried first, or made of its owner, is refused in words and stores nothing', async () => {
  const { cookie } = sessionOf(app.url, 'admin')
  const person = { login: 'o.garnier', name: 'Odile Garnier', roles: ['switchboard'] }
  const created = await post('/accounts', { cookie, body: person })
  const { token } = (await created.json()) as { token: string }
  const accept = async (secret: string) => {
    const answer = await post('/invitation/accept', { body: { token, password: secret } })
    return answer.status === 204 ? 204 : ((await answer.json()) as { code: string }).code
  }
  expect(await accept('Motdepasse2026')).toBe('access.password-common')
  expect(await accept('odile.garnier')).toBe('access.password-like-you')
  expect(await accept('trop court')).toBe('request.invalid')
  const change = { cookie, body: { current: password, password: 'aaaaaaaaaaaa' } }
  expect(await (await post('/password', change)).json()).toMatchObject({
    code: 'access.password-common',
    field: 'password',
  })
  expect(await accept('quatre mots faciles')).toBe(204)
})

test('[A225] behind TLS the plain cookie opens nothing, over HTTP and for consoles', async () => {
  await using secure = await TestApp.start({ environment: { PUBLIC_BASE_URL: 'https://cip.example' } })
  const { cookie } = sessionOf(secure.localUrl, 'roomLead')
  const ask = (given: string) =>
    fetch(`${secure.localUrl}/api/access/me`, { headers: { cookie: given } }).then(({ status }) => status)
  expect(await ask(cookie)).toBe(401)
  expect(await ask(`__Host-${cookie}`)).toBe(200)
  expect(await ask(`${cookie}; __Host-cip=nobody`)).toBe(401)
  const line = (given: string) => {
    const socket = io(secure.localUrl, {
      transports: ['websocket'],
      extraHeaders: { cookie: given },
      reconnection: false,
      forceNew: true,
    })
    return new Promise<boolean>((resolve) => {
      socket.on('connect', () => resolve(true))
      socket.on('connect_error', () => resolve(false))
    }).finally(() => socket.close())
  }
  expect(await line(cookie)).toBe(false)
  expect(await line(`__Host-${cookie}`)).toBe(true)
})

test('[A225] so does a request that the proxy in front says came over TLS', async () => {
  const { cookie } = sessionOf(app.url, 'roomLead')
  const ask = (headers: Readonly<Record<string, string>>) =>
    fetch(`${app.url}/api/access/me`, { headers }).then(({ status }) => status)
  expect(await ask({ cookie })).toBe(200)
  expect(await ask({ cookie, 'x-forwarded-proto': 'https' })).toBe(401)
})

test('[A4] a revoked session ends at once, on the socket too', async () => {
  const cookie = await signIn(loginOf('callTaker'))
  const socket = io(app.url, { transports: ['websocket'], extraHeaders: { cookie }, reconnection: false })
  await new Promise<void>((resolve) => socket.on('connect', resolve))
  const told = new Promise<void>((resolve) => socket.on('signed-out', resolve))
  const admin = await app.console('admin')
  const sent = await admin.submit({
    type: 'access.revokeSessions',
    account: personOf('callTaker'),
    except: null,
  })
  expect(sent.status).toBe('recorded')
  await told
  expect((await get('/me', cookie)).status).toBe(401)
  socket.close()
})

test('[A5] an invitation link works once, and sets the password of its own account only', async () => {
  const { cookie } = sessionOf(app.url, 'admin')
  const created = await post('/accounts', {
    cookie,
    body: { login: 'o.garnier', name: 'O. Garnier', roles: ['switchboard'] },
  })
  const { token } = (await created.json()) as { token: string }
  expect(await (await post('/invitation', { body: { token } })).json()).toEqual({
    name: 'O. Garnier',
    login: 'o.garnier',
  })
  const accept = { body: { token, password: 'quatre mots faciles' } }
  expect((await post('/invitation/accept', accept)).status).toBe(204)
  expect((await post('/invitation/accept', accept)).status).toBe(403)
  await signIn('o.garnier', 'quatre mots faciles')
  expect(JSON.stringify(await app.journal.read(0, 1_000))).not.toContain(token)
})

test('[A5] only an administrator invites', async () => {
  const { cookie } = sessionOf(app.url, 'roomLead')
  const body = { login: 'o.garnier', name: 'O. Garnier', roles: ['admin'] }
  expect((await post('/accounts', { cookie, body })).status).toBe(403)
  expect((await post('/accounts', { body })).status).toBe(401)
})

test('[A6] an expired password must be changed before anything else, and then works', async () => {
  const cookie = await signIn(loginOf('callTaker'))
  const admin = await app.console('admin')
  await admin.submit({ type: 'access.expirePassword', account: personOf('callTaker') })
  expect((await get('/sessions', cookie)).status).toBe(403)
  const change = { cookie, body: { current: password, password: 'un tout autre secret' } }
  expect((await post('/password', change)).status).toBe(204)
  await signIn(loginOf('callTaker'), 'un tout autre secret')
})

test('[A7] set-up is refused once an account exists', async () => {
  const body = { token: 'x'.repeat(43), login: 'intrus', name: 'Intrus', password: 'quatre mots faciles' }
  expect((await post('/set-up', { body })).status).toBe(403)
})

test('[A8] a change from a foreign page is refused: by its origin, and without the console’s header', async () => {
  const { cookie } = sessionOf(app.url, 'admin')
  const body = { login: 'o.garnier', name: 'O. Garnier', roles: ['admin'] }
  const foreign = await post('/accounts', { cookie, body, headers: { origin: 'https://ailleurs.example' } })
  expect(foreign.status).toBe(403)
  const plain = await fetch(`${app.url}/api/access/accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })
  expect(plain.status).toBe(403)
})

test('[A8] a socket from a foreign page is refused', async () => {
  const { cookie } = sessionOf(app.url, 'admin')
  const socket = io(app.url, {
    transports: ['websocket'],
    extraHeaders: { cookie, origin: 'https://ailleurs.example' },
    reconnection: false,
  })
  await new Promise<void>((resolve) => socket.on('connect_error', () => resolve()))
  socket.close()
})

test('[A9] every page forbids inline script and style, framing and foreign sources', async () => {
  const { headers } = await fetch(`${app.url}/api/installation`)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
  expect(headers.get('x-powered-by')).toBeNull()
})

test('[A10] a person whose roles change has them at once, without signing in again', async () => {
  const taker = await app.console('callTaker')
  const admin = await app.console('admin')
  const account = personOf('callTaker')
  expect(await taker.submit(floodOrder())).toMatchObject({ status: 'refused' })
  const promotion = { name: 'Promu', roles: ['switchboard'] as ['switchboard'], tokenHash: null }
  await admin.submit({ type: 'access.changeAccount', account, ...promotion })
  await taker.until(() => taker.you.roles.includes('switchboard'))
  expect(await taker.submit(floodOrder())).toMatchObject({ status: 'recorded' })
})

test('[A11] what is typed under a session that has ended waits for its author to sign in again', async () => {
  let now = Date.now()
  await using aging = await TestApp.start({ clock: { now: () => now } })
  const console = await aging.console('switchboard')
  now += 3 * day
  expect(await console.submit(floodOrder())).toMatchObject({ status: 'pending' })
  expect(console.outbox).toHaveLength(1)
})
