import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { openJournal } from '#server/journal/open.ts'
import { HeadlessConsole, newCommandId } from '#scripts/headless/headless-console.ts'
import { sessionOf } from '../support/accounts.ts'
import { openCrisis } from '../support/crises.ts'
import { readAll } from '../support/fold.ts'
import { ServerProcess } from '../support/process.ts'

let folder: string
let data: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-place-'))
  data = join(folder, 'data')
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }))

const note = { type: 'journal.note', text: 'Le pont est coupé', happenedAt: null } as const

async function cell(server: ServerProcess) {
  const lead = await HeadlessConsole.connect(sessionOf(server.url, 'roomLead'))
  const crisis = await openCrisis(lead)
  const reader = await HeadlessConsole.connect(sessionOf(server.url, 'approver'), { crisis })
  expect(await lead.submit(note)).toMatchObject({ status: 'recorded' })
  return { lead, reader }
}

const readiness = async ({ url }: ServerProcess) => (await fetch(`${url}/readyz`)).status

test('[J122] DATA_DIR removed: nothing is acknowledged any more, and everybody is told though nobody writes', async () => {
  await using server = await ServerProcess.start({ DATA_DIR: data })
  const { lead, reader } = await cell(server)
  await rm(data, { recursive: true, maxRetries: 5 })
  // The very next command, before the server has looked by itself.
  expect(await lead.submit(note)).toEqual({ status: 'pending' })
  await reader.until(() => !reader.view.isStoring)
  expect(await readiness(server)).toBe(503)
  for (const console of [lead, reader]) console.close()
})

test('[J122] DATA_DIR replaced by a copy: found out though nobody writes; back in its place, what waited is recorded', async () => {
  await using server = await ServerProcess.start({ DATA_DIR: data })
  const { lead, reader } = await cell(server)
  const away = join(folder, 'away')
  await rename(data, away)
  await using other = await openJournal(readConfig({ DATA_DIR: data }), () => {})
  expect(await other.head()).toBe(0)
  await Promise.all([lead, reader].map((console) => console.until(() => !console.view.isStoring)))
  const waiting = newCommandId()
  expect(await lead.submit(note, waiting)).toEqual({ status: 'pending' })
  expect(await readiness(server)).toBe(503)

  await other[Symbol.asyncDispose]()
  await rm(data, { recursive: true, maxRetries: 5 })
  await rename(away, data)
  await lead.until(() => lead.outbox.length === 0)
  await reader.until(() => reader.view.isStoring)
  expect(await readiness(server)).toBe(200)
  for (const console of [lead, reader]) console.close()
  expect(await server.kill('SIGTERM')).toBe(0)
  await using journal = await openJournal(readConfig({ DATA_DIR: data }), () => {})
  const noted = (await readAll(journal)).filter(({ event }) => event.type === 'journal.noted')
  expect(noted.map(({ command }) => command)).toContain(waiting)
  expect(noted.length).toBe(2)
})

test('[J122] the write-ahead log removed alone is found out; a restart finds all that was acknowledged', async () => {
  await using server = await ServerProcess.start({ DATA_DIR: data })
  const { lead, reader } = await cell(server)
  await rm(join(data, 'journal.sqlite-wal'))
  expect(await lead.submit(note)).toEqual({ status: 'pending' })
  await reader.until(() => !reader.view.isStoring)
  // Closing brings what the log held into the file.
  expect(await server.kill('SIGTERM')).toBe(0)
  await server.start()
  await lead.until(() => lead.outbox.length === 0 && lead.isLoaded)
  for (const console of [lead, reader]) console.close()
  expect(await server.kill('SIGTERM')).toBe(0)
  await using journal = await openJournal(readConfig({ DATA_DIR: data }), () => {})
  const noted = (await readAll(journal)).filter(({ event }) => event.type === 'journal.noted')
  expect(noted.length).toBe(2)
})
