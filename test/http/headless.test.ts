import { afterEach, beforeEach, expect, test } from 'vitest'
import { HeadlessConsole, newCommandId } from '#scripts/headless/headless-console.ts'
import { loginOf, password } from '../support/accounts.ts'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'
import { floodOrder } from '../support/flood-order.ts'

let app: TestApp
beforeEach(async () => {
  app = await TestApp.start()
})
afterEach(() => app[Symbol.asyncDispose]())

test('[N1] a program signs in with a password, is greeted by name and holds the state', async () => {
  const { url } = app
  const console = await HeadlessConsole.signIn({ url, login: loginOf('switchboard'), password })
  expect(console.you).toMatchObject({ name: 'Essai switchboard', roles: ['switchboard'] })
  expect(Object.keys(console.state.standing.people)).toHaveLength(13)
  console.close()
})

test('[N1] a wrong password is refused by its code', async () => {
  const { url } = app
  const attempt = HeadlessConsole.signIn({ url, login: loginOf('switchboard'), password: 'autre chose' })
  await expect(attempt).rejects.toMatchObject({ status: 401, message: 'access.wrong-credentials' })
})

test('[N180] a second console of the same roles is let in at once, to the snapshot that is ready for it', async () => {
  const first = await app.console('callTaker')
  const second = await app.console('callTaker')
  const third = await app.console('callTaker')
  for (const console of [first, second, third]) expect(console.state).toEqual(first.state)
})

test('[N2] what one console says the others have, in the crisis they follow', async () => {
  const [switchboard, lead] = [await app.console('switchboard'), await app.console('roomLead')]
  const crisis = await openCrisis(switchboard)
  await lead.follow(crisis)
  expect(lead.crisis.activation.title).toBe('Crue – Persan')
  const said = await lead.submit({ type: 'journal.note', text: 'Salle ouverte', happenedAt: null })
  const seq = said.status === 'recorded' ? (said.seqs?.[1] ?? 0) : Infinity
  await Promise.all([switchboard, lead].map((console) => console.until(() => console.state.seq >= seq)))
  expect(switchboard.state).toEqual(lead.state)
  expect(JSON.stringify(switchboard.crisis.journal)).toContain('Salle ouverte')
})

test('[N3] a command said while the line is cut is sent when it is back, once', async () => {
  const console = await app.console('switchboard')
  await openCrisis(console)
  console.cut()
  const note = { type: 'journal.note', text: 'écrit sans réseau', happenedAt: null } as const
  expect(await console.submit(note)).toEqual({ status: 'pending' })
  expect(console.outbox).toHaveLength(1)
  console.open()
  await console.until(() => console.isLoaded && console.outbox.length === 0)
  const entries = await app.journal.read(0, 1_000)
  expect(entries.filter(({ event }) => event.type === 'journal.noted')).toHaveLength(1)
})

test('[N4] a repeated command id gets its first outcome and is stored once', async () => {
  const console = await app.console('switchboard')
  await openCrisis(console)
  const id = newCommandId()
  const note = { type: 'journal.note', text: 'une fois', happenedAt: null } as const
  const first = await console.submit(note, id)
  expect(first).toMatchObject({ status: 'recorded' })
  expect(await console.submit(note, id)).toEqual(first)
})

test('[N5] a refusal reaches its author with its code', async () => {
  const console = await app.console('hr')
  expect(await console.submit(floodOrder())).toMatchObject({
    status: 'refused',
    refusal: { code: 'command.forbidden' },
  })
  expect(console.outbox).toEqual([])
})

test('[N6] a console that changes crisis in a hurry ends in the last one, missing nothing', async () => {
  const [writer, hasty] = [await app.console('switchboard'), await app.console('roomLead')]
  const first = await openCrisis(writer)
  const second = await openCrisis(writer)
  const notes = Array.from(
    { length: 30 },
    (_, n) => ({ type: 'journal.note', text: `${n}`, happenedAt: null }) as const,
  )
  const said = notes.map((note) => writer.submit(note))
  // Not awaited: each change comes while the one before is still being answered.
  const hurry = [first, second, null, first, second].map((crisis) => hasty.follow(crisis))
  await Promise.all([...said, ...hurry])
  const head = await app.journal.head()
  await Promise.all([writer, hasty].map((console) => console.until(() => console.state.seq === head)))
  expect(hasty.state).toEqual(writer.state)
})
