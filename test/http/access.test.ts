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

test('[A2] an unknown login and a wrong password get the same answer, and are journaled without what was typed', async () => {
  const answers = await Promise.all(
    [loginOf('comms'), 'personne'].map((login) =>
      post('/sign-in', { body: { login, password: 'mauvais secret' } }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([401, 401])
  const [one, other] = await Promise.all(answers.map((answer) => answer.text()))
  expect(one).toBe(other)
  const entries = await app.journal.read(0, 1_000)
  const failures = entries.filter(({ event }) => event.type === 'access.signInFailed')
  expect(failures).toHaveLength(2)
  expect(JSON.stringify(entries)).not.toMatch(/mauvais secret|personne/)
})

test('[A3] attempts are limited per account, with the time to wait', async () => {
  const login = loginOf('comms')
  const statuses: number[] = []
  for (let n = 0; n < 9; n += 1) {
    statuses.push((await post('/sign-in', { body: { login, password: 'mauvais secret' } })).status)
  }
  expect(statuses.at(-2)).toBe(401)
  const refused = await post('/sign-in', { body: { login, password } })
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({ code: 'access.too-many-attempts', detail: expect.any(String) })
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
