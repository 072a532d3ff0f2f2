import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { acceptInvitation, post, type Session } from '#scripts/headless/session.ts'
import { findByLogin } from '#shared/access/select.ts'
import { personOf, sessionOf } from '../support/accounts.ts'
import { TestApp } from '../support/app.ts'

const secret = 'rivière tilleul ardoise'
type Issued = Readonly<{ token: string; request: string | null }>

let dataDir: string
let app: TestApp
let admin: Session
let second: Session

/** A second administrator, who has signed in: from now on what is grave takes two. */
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cip-two-'))
  await start()
  const { token } = await invite(admin, 'bruno', 'admin')
  second = await acceptInvitation(app.url, token, secret)
})
afterEach(async () => {
  await app[Symbol.asyncDispose]()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
})

async function start(): Promise<void> {
  app = await TestApp.start({ journal: 'sqlite', dataDir })
  admin = sessionOf(app.url, 'admin')
}

function invite(by: Session, login: string, role: string): Promise<Issued> {
  return post<Issued>(by, '/api/access/accounts', { login, name: login, roles: [role] })
}

function accept(token: string, code: string | null): Promise<Response> {
  return fetch(`${app.url}/api/access/invitation/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-cip-console': '1' },
    body: JSON.stringify({ token, code, password: secret }),
  })
}

function confirm(by: Session, request: string | null) {
  return post<{ code: string | null }>({ ...by, url: app.url }, '/api/access/requests/confirm', { request })
}

test('[A164] the link of one and the code of the other open the account together, neither alone', async () => {
  const { token, request } = await invite(admin, 'zoe', 'approver')
  expect((await accept(token, null)).status).toBe(403)
  await expect(confirm(admin, request)).rejects.toThrow('access.own-request')
  const { code } = await confirm(second, request)
  expect(code).toMatch(/^(\d{4} ){3}\d{4}$/)
  expect((await accept(token, null)).status).toBe(403)
  expect((await accept(token, '0000 0000 0000 0000')).status).toBe(403)
  expect((await accept(token, code?.replaceAll(' ', '') ?? '')).status).toBe(204)
})

test('[A164] the approver’s link made anew by one administrator opens nothing', async () => {
  const { token } = await post<Issued>(admin, '/api/access/accounts/reissue', {
    account: personOf('approver'),
  })
  expect((await accept(token, null)).status).toBe(403)
  await using approver = await HeadlessConsole.connect(sessionOf(app.url, 'approver'))
  expect(approver.you.roles).toEqual(['approver'])
})

test('[A167] a request outlives a restart of the server, and both halves with it', async () => {
  const { token, request } = await invite(admin, 'zoe', 'approver')
  await app.stop()
  await start()
  const { code } = await confirm(second, request)
  expect((await accept(token, code)).status).toBe(204)
})

test('[A167] two who say yes in the same instant: one does it, the other is told', async () => {
  const { request } = await invite(admin, 'zoe', 'comms')
  const approver = sessionOf(app.url, 'approver')
  const answers = await Promise.allSettled([confirm(second, request), confirm(approver, request)])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = answers.find((answer) => answer.status === 'rejected')
  expect(String(refused?.reason)).toContain('access.request-gone')
})

test('[A168] no console is sent a half, a code or their hashes; each sees what is asked', async () => {
  await using taker = await HeadlessConsole.connect(sessionOf(app.url, 'callTaker'))
  const { request } = await invite(admin, 'zoe', 'approver')
  await taker.until(() => Object.keys(taker.state.standing.requests).length === 1)
  expect(taker.state.access.halves).toEqual({})
  await confirm(second, request)
  await taker.until(() => findByLogin(taker.state.standing.people, 'zoe') !== null)
  expect(taker.state.access).toEqual({ accounts: {}, sessions: {}, halves: {} })
  await using late = await HeadlessConsole.connect(sessionOf(app.url, 'callTaker'))
  expect(late.state.access.halves).toEqual({})
})

test('[A165] what a second administrator agreed to, whom the first made alone, still bears the mark', async () => {
  const { request } = await invite(admin, 'zoe', 'approver')
  await confirm(second, request)
  await using console = await HeadlessConsole.connect(sessionOf(app.url, 'approver'))
  const zoe = findByLogin(console.state.standing.people, 'zoe')
  expect(zoe === null ? null : console.state.standing.people[zoe]?.alone?.by).toBe(personOf('admin'))
})
