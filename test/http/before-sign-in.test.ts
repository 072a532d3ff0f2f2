import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { Connection } from '#client/sync/connection.ts'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { isSignedIn } from '#scripts/headless/session.ts'
import { emptyReplica } from '#shared/sync/replica.ts'
import { personOf, sessionOf } from '../support/accounts.ts'
import { TestApp } from '../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await TestApp.start()
})
afterAll(() => app[Symbol.asyncDispose]())

function line(cookie: string | null): WebSocket {
  const address = `${app.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const socket = new WebSocket(address, { headers: cookie === null ? {} : { cookie } })
  socket.on('error', () => undefined)
  return socket
}

/** Whether the server took the line. */
async function isTaken(socket: WebSocket): Promise<boolean> {
  return new Promise((resolve) => {
    socket.once('open', () => resolve(true))
    socket.once('close', () => resolve(false))
  })
}

test('[N220] nobody gets a socket without a session, however many ask and whatever they bring', async () => {
  const cookies = [null, '', 'cip=', 'cip=nobody', `__Host-cip=${'x'.repeat(4_000)}`]
  const strangers = Array.from({ length: 40 }, (_, n) => line(cookies[n % cookies.length] ?? null))
  const taken = await Promise.all(strangers.map(isTaken))
  expect(taken.filter(Boolean)).toEqual([])
})

const nothingRecorded = {
  lastRecorded: () => null,
  onOtherHistory: () => undefined,
  onErased: () => undefined,
}

test('[N220] a console whose session has ended learns it, and asks no more', async () => {
  const session = { url: app.url, cookie: 'cip=ended' }
  const lines: string[] = []
  const connection = new Connection({
    url: app.url,
    replica: emptyReplica(null),
    you: null,
    isSignedIn: () => isSignedIn(session),
    socket: { extraHeaders: { cookie: session.cookie }, forceNew: true, reconnectionDelay: 10 },
    onChange: ({ line: state }) => lines.push(state),
    ...nothingRecorded,
    onLive: () => undefined,
  })
  connection.open()
  await expect.poll(() => lines.at(-1)).toBe('signed-out')
  connection.close()
})

test('[N220] a server that is away is no reason to sign in again', async () => {
  const lines: string[] = []
  const connection = new Connection({
    url: 'http://127.0.0.1:9',
    replica: emptyReplica(null),
    you: null,
    isSignedIn: () => Promise.reject(new Error('away')),
    socket: { forceNew: true, reconnectionDelay: 10 },
    onChange: ({ line: state }) => lines.push(state),
    ...nothingRecorded,
    onLive: () => undefined,
  })
  connection.open()
  await expect.poll(() => lines.length).toBeGreaterThan(3)
  connection.close()
  expect(new Set(lines)).toEqual(new Set(['offline']))
})

test('[N220] an account whose password has expired gets none either, and is told where to go', async () => {
  const admin = await app.console('admin')
  await admin.submit({ type: 'access.expirePassword', account: personOf('hr') })
  const session = sessionOf(app.url, 'hr')
  expect(await isTaken(line(session.cookie))).toBe(false)
  expect(await isSignedIn(session)).toBe(false)
})

test('[N221] what is nested too deep costs its sender the line, and nobody else anything', async () => {
  const other = await app.console('roomLead')
  const socket = line(sessionOf(app.url, 'switchboard').cookie)
  await once(socket, 'message')
  socket.send('40')
  await once(socket, 'message')
  const closed = once(socket, 'close')
  socket.send(`420["submit",${'['.repeat(2_000_000)}`)
  await closed
  expect(other.line).toBe('live')
})

test('[R64] a long list that is nested too deep is refused, and its sender keeps the line', async () => {
  const socket = line(sessionOf(app.url, 'admin').cookie)
  await once(socket, 'message')
  socket.send('40')
  await once(socket, 'message')
  const answer = new Promise<string>((resolve) => {
    socket.on('message', (said: Buffer) => {
      if (said.toString().startsWith('437')) resolve(said.toString())
    })
    socket.on('close', () => resolve('lost'))
  })
  const nested = `${'{"a":'.repeat(50_000)}0${'}'.repeat(50_000)}`
  socket.send(`427["submit",{"command":{"type":"roster.import","a":${nested}}}]`)
  expect(await answer).toContain('"status":"refused"')
  expect(socket.readyState).toBe(WebSocket.OPEN)
  socket.close()
})

test('[N222] a session has fifty consoles at most, and those that leave make room', async () => {
  const { cookie } = sessionOf(app.url, 'quality')
  const lines = Array.from({ length: 60 }, () => line(cookie))
  const taken = await Promise.all(lines.map(isTaken))
  expect(taken.filter(Boolean)).toHaveLength(50)
  for (const one of lines) one.close()
  await Promise.all(
    lines.filter((one) => one.readyState !== WebSocket.CLOSED).map((one) => once(one, 'close')),
  )
  await expect.poll(() => isTaken(line(cookie))).toBe(true)
})

test('[N223] without a session a large body is refused unread, and work is not done', async () => {
  const headers = { 'content-type': 'application/json', 'x-cip-console': '1' }
  const body = `{"login":${'['.repeat(20_000)}`
  const refused = await fetch(`${app.url}/api/access/sign-in`, { method: 'POST', headers, body })
  expect(refused.status).toBe(413)
  for (const path of [
    'communes?q=beau',
    'communes/pack?department=95',
    'register/sheets',
    'access/sessions',
  ]) {
    expect([path, (await fetch(`${app.url}/api/${path}`)).status]).toEqual([path, 401])
  }
  const { cookie } = sessionOf(app.url, 'callTaker')
  expect((await fetch(`${app.url}/api/communes?q=beaumont`, { headers: { cookie } })).status).toBe(200)
})

test('[N223] whoever sends their headers one by one loses the connection', { timeout: 30_000 }, async () => {
  const { port } = new URL(app.localUrl)
  const slow: Socket = connect(Number(port), '127.0.0.1')
  slow.on('error', () => undefined)
  slow.write('GET /healthz HTTP/1.1\r\nHost: cip\r\n')
  const dripping = setInterval(() => slow.write('X-A: b\r\n'), 500)
  await new Promise((resolve) => slow.once('close', resolve))
  clearInterval(dripping)
})

test('[N220] whoever has a session gets in as before', async () => {
  await using console = await HeadlessConsole.connect(sessionOf(app.url, 'comms'))
  expect(console.line).toBe('live')
})
