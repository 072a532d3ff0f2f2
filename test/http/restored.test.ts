import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SheetId } from '#shared/lib/id.ts'
import { readConfig } from '#server/config.ts'
import { openJournal } from '#server/journal/open.ts'
import { HeadlessConsole, newCommandId } from '#scripts/headless/headless-console.ts'
import { sessionOf } from '../support/accounts.ts'
import { openCrisis } from '../support/crises.ts'
import { expectedOf, readAll } from '../support/fold.ts'
import { content, logCall, odile } from '../support/sheets.ts'
import { ServerProcess } from '../support/process.ts'

let folder: string
let data: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-restored-'))
  data = join(folder, 'data')
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }))

const note = (text: string) => ({ type: 'journal.note', text, happenedAt: null }) as const

/** Stops the server, does this to its data, and starts it again. */
async function meanwhile(server: ServerProcess, act: () => Promise<void>): Promise<void> {
  await server.kill('SIGTERM')
  await act()
  await server.start()
}

async function putBack(backup: string): Promise<void> {
  await rm(data, { recursive: true })
  await cp(backup, data, { recursive: true })
}

async function entriesIn(server: ServerProcess) {
  await server.kill('SIGTERM')
  await using journal = await openJournal(readConfig({ DATA_DIR: data }), () => {})
  return readAll(journal)
}

test('[N121] a console ahead of a restored server starts anew, and its author is told what is gone and may record it again', async () => {
  await using server = await ServerProcess.start({ DATA_DIR: data })
  await using lead = await HeadlessConsole.connect(sessionOf(server.url, 'roomLead'))
  const crisis = await openCrisis(lead)
  await lead.submit(note('avant la sauvegarde'))
  const backup = join(folder, 'backup')
  await meanwhile(server, () => cp(data, backup, { recursive: true }))
  await lead.until(() => lead.isLoaded)
  const ids = [newCommandId(), newCommandId()]
  for (const [n, id] of ids.entries()) {
    expect(await lead.submit(note(`après la sauvegarde ${n}`), id)).toMatchObject({ status: 'recorded' })
  }
  const { seq } = lead.state
  lead.cut()

  await meanwhile(server, () => putBack(backup))
  // Others go on before it is back: the numbers that it knows are those of other facts.
  await using other = await HeadlessConsole.connect(sessionOf(server.url, 'switchboard'), { crisis })
  while (other.state.seq <= seq) await other.submit(note('une autre histoire'))
  lead.open()
  await lead.until(() => lead.isLoaded && lead.gone.length > 0)
  expect(lead.gone.map(({ envelope }) => envelope.id)).toEqual(ids)
  expect(lead.state.seq).toBe(other.state.seq)
  expect(JSON.stringify(lead.state)).not.toContain('après la sauvegarde')

  const [again] = lead.gone
  if (again === undefined) throw new Error('nothing is gone')
  expect(await lead.recordAgain(again)).toMatchObject({ status: 'recorded', id: ids[0] })
  expect(lead.gone.map(({ envelope }) => envelope.id)).toEqual([ids[1]])
  const entries = await entriesIn(server)
  expect(lead.state).toEqual(expectedOf(lead, entries))
  expect(entries.filter(({ command }) => command === ids[0]).length).toBe(1)
  expect(JSON.stringify(entries)).not.toContain('après la sauvegarde 1')
})

test('[N121] a restart is no restore: nothing is told as gone, and what is missed comes as before', async () => {
  await using server = await ServerProcess.start({ DATA_DIR: data })
  await using lead = await HeadlessConsole.connect(sessionOf(server.url, 'roomLead'))
  await openCrisis(lead)
  await lead.submit(note('avant'))
  await meanwhile(server, () => Promise.resolve())
  await lead.until(() => lead.isLoaded && lead.line === 'live')
  await lead.submit(note('après'))
  lead.cut()
  lead.open()
  await lead.until(() => lead.isLoaded && lead.line === 'live')
  expect(lead.gone).toEqual([])
  expect(lead.state).toEqual(expectedOf(lead, await entriesIn(server)))
})

test('[U321] what was said of somebody who was erased meanwhile, in the history that is gone, is not offered again', async () => {
  await using server = await ServerProcess.start({ DATA_DIR: data })
  await using lead = await HeadlessConsole.connect(sessionOf(server.url, 'roomLead'))
  await openCrisis(lead)
  const backup = join(folder, 'backup')
  await meanwhile(server, () => cp(data, backup, { recursive: true }))
  await lead.until(() => lead.isLoaded)
  const [sheet, line] = [newCommandId(), newCommandId()]
  const call = logCall({ content: content({ startedAt: Date.now() }), personal: odile })
  expect(await lead.submit(call, sheet)).toMatchObject({ status: 'recorded' })
  expect(await lead.submit(note('après la sauvegarde'), line)).toMatchObject({ status: 'recorded' })
  lead.cut()
  {
    await using admin = await HeadlessConsole.connect(sessionOf(server.url, 'admin'))
    const erase = { type: 'privacy.erase', subject: SheetId.parse(sheet), reason: 'demande' } as const
    await expect.poll(() => admin.submit(erase)).toMatchObject({ status: 'recorded' })
  }
  const list = join(folder, 'erased.txt')
  await meanwhile(server, async () => {
    await cp(join(data, 'erased.txt'), list)
    await putBack(backup)
    await cp(list, join(data, 'erased.txt'))
  })
  lead.open()
  await lead.until(() => lead.isLoaded && lead.gone.length > 0)
  expect(lead.gone.map(({ envelope }) => envelope.id)).toEqual([line])
})
