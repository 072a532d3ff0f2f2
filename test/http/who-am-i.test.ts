import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { io } from 'socket.io-client'
import { day } from '#shared/lib/time.ts'
import { protocol, type Welcome } from '#shared/sync/wire.ts'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { personOf, sessionOf } from '../support/accounts.ts'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'

let app: TestApp
beforeAll(async () => (app = await TestApp.start()))
afterAll(() => app[Symbol.asyncDispose]())

const alice = personOf('callTaker')
const bob = () => sessionOf(app.url, 'roomLead')

async function greet(person: string | null): Promise<Welcome> {
  const { url, cookie } = bob()
  const socket = io(url, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true })
  try {
    const hello = { protocol, person, crisis: null, last: null, recorded: null }
    return (await socket.timeout(5_000).emitWithAck('hello', hello)) as Welcome
  } finally {
    socket.close()
  }
}

const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  fetch(`${app.url}${path}`, { method, headers: { cookie: bob().cookie, 'x-cip-console': '1', ...headers } })

test('[A140] a console that has been somebody else’s is not greeted as who is signed in now', async () => {
  expect(await greet(alice)).toEqual({ status: 'other-person', name: 'Essai roomLead' })
  expect(await greet(personOf('roomLead'))).toMatchObject({ status: 'ready' })
  expect(await greet(null)).toMatchObject({ status: 'ready', you: { person: personOf('roomLead') } })
})

test('[A141] what an old tab asks over HTTP is refused once the cookie is another person’s, downloads too', async () => {
  const crisis = await openCrisis(await app.console('roomLead'))
  const paths = [
    '/api/register/sheets',
    `/api/register/logbook.csv?crisis=${crisis}`,
    '/api/access/sessions',
    '/api/communes?q=persan',
  ]
  for (const path of paths) {
    const refused = await ask(path, { 'x-cip-person': alice })
    expect([refused.status, await refused.json()], path).toMatchObject([409, { code: 'access.other-person' }])
    expect((await ask(path, { 'x-cip-person': personOf('roomLead') })).status).not.toBe(409)
    expect((await ask(path)).status).not.toBe(409)
  }
  expect((await ask(`/api/register/logbook.csv?crisis=${crisis}&person=${alice}`)).status).toBe(409)
})

test('[A141] leaving an old tab ends nobody else’s session', async () => {
  const left = await ask('/api/access/sign-out', { 'x-cip-person': alice }, 'POST')
  expect([left.status, left.headers.getSetCookie()]).toEqual([204, []])
  expect((await ask('/api/access/me')).status).toBe(200)
})

test('[A142] a session past its end loses its console then, not at its next word', async () => {
  let ahead = 0
  await using later = await TestApp.start({ clock: { now: () => Date.now() + ahead } })
  // Sessions of the tests last a day from now: a second of it is left.
  ahead = day - 1_500
  const console = await HeadlessConsole.connect(sessionOf(later.url, 'callTaker'))
  expect(console.line).toBe('live')
  await console.until(() => console.line === 'signed-out', 5_000)
  await pause(0)
  console.close()
})
