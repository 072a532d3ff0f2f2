import { afterAll, beforeAll, expect, test } from 'vitest'
import { io } from 'socket.io-client'
import { protocol } from '#shared/sync/wire.ts'
import type { CrisisId, MemberId } from '#shared/lib/id.ts'
import { HeadlessConsole, newCommandId } from '#scripts/headless/headless-console.ts'
import { sessionOf } from '../support/accounts.ts'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'
import { member } from '../support/members.ts'
import { content, logCall } from '../support/sheets.ts'

let app: TestApp
beforeAll(async () => {
  app = await TestApp.start()
})
afterAll(() => app[Symbol.asyncDispose]())

test('[N224] nobody follows a crisis that they make up, whatever history they say they come from', async () => {
  const { cookie } = sessionOf(app.url, 'callTaker')
  const socket = io(app.url, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie } })
  await new Promise<void>((resolve) => socket.on('connect', resolve))
  let snapshots = 0
  socket.on('snapshot', (_frame: unknown, applied: () => void) => {
    snapshots += 1
    applied()
  })
  const ofAnother = { seq: 1, hash: 'f'.repeat(64) }
  for (let n = 0; n < 50; n += 1) {
    const last = n % 2 === 0 ? null : ofAnother
    const hello = { protocol, crisis: newCommandId(), last, recorded: last, person: null }
    const welcome: unknown = await socket.timeout(5_000).emitWithAck('hello', hello)
    expect(welcome).toEqual({ status: 'refused', field: 'crisis' })
  }
  socket.close()
  expect(snapshots).toBe(0)
})

test('[N224] a console that comes back to a crisis that is no more follows none, and is live', async () => {
  const console = await app.console('callTaker', newCommandId() as unknown as CrisisId)
  expect(console.line).toBe('live')
  expect(console.view.replica.crisis).toBeNull()
})

test('[V220] whoever is known nowhere is not erased; a sheet, a member and who has left are', async () => {
  const admin = await app.console('admin')
  const erase = (subject: string) =>
    admin.submit({ type: 'privacy.erase', subject: subject as MemberId, reason: 'demande' })
  // As soon as the register can say: until then nobody can.
  await expect
    .poll(() => erase(newCommandId()), { timeout: 30_000 })
    .toMatchObject({ refusal: { code: 'privacy.unknown-subject', field: 'subject' } })
  const lead = await app.console('roomLead')
  await openCrisis(lead)
  const sheet = newCommandId()
  await lead.submit(logCall({ content: content({ startedAt: Date.now() }) }), sheet)
  expect((await erase(sheet)).status).toBe('recorded')
  expect((await erase(sheet)).status).toBe('recorded')
  const hr = await app.console('hr')
  await hr.submit({ type: 'roster.add', member: member(1) })
  const [id = ''] = Object.keys(hr.state.standing.roster.members)
  await hr.submit({ type: 'roster.remove', id: id as MemberId })
  expect((await erase(id)).status).toBe('recorded')
})

test('[N226] consoles that share a snapshot come back at once, whatever is told to all meanwhile', async () => {
  const crisis = Object.keys((await app.console('roomLead')).state.crises)[0] as CrisisId
  const consoles = await Promise.all(
    Array.from({ length: 12 }, () => HeadlessConsole.connect(sessionOf(app.url, 'callTaker'), { crisis })),
  )
  for (const console of consoles) {
    expect(console.isLoaded).toBe(true)
    console.close()
  }
})
