import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { io } from 'socket.io-client'
import { WebSocket } from 'ws'
import { protocol } from '#shared/sync/wire.ts'
import { newCommandId } from '#scripts/headless/headless-console.ts'
import { sessionOf } from '../support/accounts.ts'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'

let app: TestApp
beforeAll(async () => {
  app = await TestApp.start()
})
afterAll(() => app[Symbol.asyncDispose]())

async function expectStanding(): Promise<void> {
  expect((await fetch(`${app.url}/readyz`)).status).toBe(200)
}

/** A socket of a signed-in person, without anything that keeps it polite. */
async function rawSocket(session = sessionOf(app.url, 'switchboard')) {
  const socket = io(app.url, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie: session.cookie },
  })
  await new Promise<void>((resolve) => socket.on('connect', resolve))
  return socket
}

const wrong: readonly unknown[] = [
  undefined,
  null,
  0,
  'x'.repeat(100_000),
  [],
  {},
  { id: '1', crisis: null, command: {} },
  { id: newCommandId(), crisis: 'zz', command: { type: 'journal.note', text: 'x', happenedAt: null } },
  { id: newCommandId(), crisis: null, command: { type: 'no.such' } },
  { id: newCommandId(), crisis: null, command: { type: '__proto__' } },
  {
    id: newCommandId(),
    crisis: null,
    command: { type: 'access.setUp', login: 'x', name: 'x', verifier: 'x' },
  },
]

test('[N10] wrong messages on the socket are refused by field, or not answered, and nothing is stored', async () => {
  const head = await app.journal.head()
  const socket = await rawSocket()
  for (const said of wrong) {
    const outcome: unknown = await socket.timeout(5_000).emitWithAck('submit', said)
    expect(outcome).toMatchObject({ status: 'refused', refusal: { code: 'command.invalid' } })
    const welcome: unknown = await socket.timeout(5_000).emitWithAck('hello', said)
    expect(welcome).toMatchObject({ status: 'refused' })
    socket.emit('doing', said)
    socket.emit('submit', said)
    socket.emit('no-such-event', said)
  }
  socket.close()
  expect(await app.journal.head()).toBe(head)
  await expectStanding()
})

test.each([
  ['text too long', 'text', 'é'.repeat(100_000)],
  ['a date as words', 'happenedAt', 'hier'],
  ['a date far away', 'happenedAt', 1],
])('[N10] [X9] %s is refused, naming the field and never repeating it', async (_, field, value) => {
  const console = await app.console('switchboard')
  await openCrisis(console)
  const note = { type: 'journal.note', text: 'une ligne', happenedAt: null, [field]: value } as const
  const sent = await console.submit(note)
  expect(sent).toMatchObject({ status: 'refused', refusal: { code: 'command.invalid', field } })
  expect(JSON.stringify(sent)).not.toContain('éé')
})

test('[N10] a console of another protocol is told to reload', async () => {
  const socket = await rawSocket()
  const hello = { protocol: protocol + 1, crisis: null, last: null, recorded: null }
  expect(await socket.timeout(5_000).emitWithAck('hello', hello)).toEqual({ status: 'reload', protocol })
  socket.close()
})

test('[N10] bytes that are no protocol at all cost their sender the line, and the server stands', async () => {
  const { cookie } = sessionOf(app.url, 'switchboard')
  const address = `${app.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  for (const bytes of [Buffer.alloc(2_000, 0xff), '42["submit"', '4{}', '9', `42${'['.repeat(20_000)}`]) {
    const socket = new WebSocket(address, { headers: { cookie } })
    await once(socket, 'open')
    socket.send(bytes)
    socket.send('40')
    socket.send(bytes)
    socket.terminate()
    await once(socket, 'close')
  }
  await expectStanding()
})

test('[N10] a foreign origin gets no socket', async () => {
  const { cookie } = sessionOf(app.url, 'switchboard')
  const address = `${app.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const socket = new WebSocket(address, { headers: { cookie, origin: 'https://ailleurs.example' } })
  const [error] = (await once(socket, 'error')) as [Error]
  expect(error.message).toMatch(/response: 40[03]$/)
})

test.each([
  ['no JSON', '{"login":', 400, 'request.invalid'],
  ['a wrong type', '{"login":[],"password":1}', 400, 'request.invalid'],
  ['ten megabytes', JSON.stringify({ login: 'x'.repeat(10_000_000) }), 413, 'request.too-large'],
])('[N10] a body with %s is refused with its code', async (_, body, status, code) => {
  const headers = { 'content-type': 'application/json', 'x-cip-console': '1' }
  const response = await fetch(`${app.url}/api/access/sign-in`, { method: 'POST', headers, body })
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ code })
  await expectStanding()
})
