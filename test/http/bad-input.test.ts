import { afterAll, beforeAll, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { io, type Socket } from 'socket.io-client'
import { newCommandId } from '#scripts/headless/headless-console.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import type { Outcome } from '#shared/sync/wire.ts'
import { sessionOf } from '../support/accounts.ts'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'

let app: TestApp
let socket: Socket
let crisis: CrisisId

beforeAll(async () => {
  app = await TestApp.start()
  crisis = await openCrisis(await app.console('switchboard'))
  const { cookie } = sessionOf(app.url, 'roomLead')
  socket = io(app.url, { transports: ['websocket'], extraHeaders: { cookie } })
  await new Promise<void>((resolve) => socket.on('connect', resolve))
})
afterAll(async () => {
  socket.close()
  await app[Symbol.asyncDispose]()
})

function submit(input: unknown): Promise<Outcome> {
  return socket.timeout(5_000).emitWithAck('submit', input) as Promise<Outcome>
}

function note(text: unknown, happenedAt: unknown = null) {
  return { id: newCommandId(), crisis, command: { type: 'journal.note', text, happenedAt } }
}

async function refusedField(input: unknown): Promise<string | null> {
  const outcome = await submit(input)
  expect(outcome).toMatchObject({ status: 'refused', refusal: { code: 'command.invalid' } })
  return outcome.status === 'refused' ? outcome.refusal.field : null
}

test('[X9] what is no command is refused, and the server stands', async () => {
  const head = await app.journal.head()
  await fc.assert(
    fc.asyncProperty(fc.anything({ withNullPrototype: false }), async (input) => {
      expect((await submit(input)).status).toBe('refused')
    }),
    { numRuns: 100 },
  )
  expect(await app.journal.head()).toBe(head)
})

test('[X9] a refusal names the field, never its value', async () => {
  expect(await refusedField(note('x'.repeat(100_000)))).toBe('text')
  expect(await refusedField(note('bonjour', 'hier'))).toBe('happenedAt')
  expect(await refusedField({ ...note('a'), id: 'pas un id' })).toBe('id')
  expect(await refusedField({ ...note('a'), crisis: 'aucune' })).toBe('crisis')
  expect(await refusedField({ id: newCommandId(), crisis, command: { type: 'inconnu.faire' } })).toBe('type')
})

test('[U245] a character that no page can hold is refused, naming its field and place', async () => {
  const refusal = { code: 'command.unprintable', field: 'text', detail: 'U+0007 5' }
  expect(await submit(note('pont\u0007 fermé'))).toEqual({ status: 'refused', refusal })
})

test('[U244] what a paste brings along is cleaned before it is stored', async () => {
  expect((await submit(note('pont\u200B\tfermé \u202Eici'))).status).toBe('accepted')
  const last = await app.journal.read((await app.journal.head()) - 1, 1)
  expect(JSON.stringify(last)).toContain('"pont fermé ici"')
})

test('[X9] a message that expects no answer is not carried out', async () => {
  const head = await app.journal.head()
  socket.emit('submit', note('sans réponse'))
  expect((await submit(note('avec réponse'))).status).toBe('accepted')
  expect(await app.journal.head()).toBe(head + 1)
})

test('[X9] a body of 10 MB, one that is no JSON and an unknown address get a clear answer', async () => {
  const send = (body: string) =>
    fetch(`${app.url}/api/access/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-cip-console': '1' },
      body,
    })
  const tooLarge = await send(JSON.stringify({ login: 'x'.repeat(10_000_000) }))
  expect(tooLarge.status).toBe(413)
  expect(await tooLarge.json()).toMatchObject({ code: 'request.too-large' })
  expect((await send('{"login":')).status).toBe(400)
  expect((await fetch(`${app.url}/api/nulle-part`)).status).toBe(404)
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
})

test('[X9] a hello of another protocol is told to reload, a broken one is refused', async () => {
  const hello = (input: unknown) => socket.timeout(5_000).emitWithAck('hello', input)
  expect(await hello({ protocol: 9_999, crisis: null, last: null, recorded: null })).toMatchObject({
    status: 'reload',
  })
  expect(await hello({ protocol: 'x' })).toMatchObject({ status: 'refused', field: 'protocol' })
  expect(await hello(null)).toMatchObject({ status: 'refused' })
})
