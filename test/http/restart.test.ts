import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newCommandId } from '#scripts/headless/headless-console.ts'
import { SheetId, type CrisisId } from '#shared/lib/id.ts'
import { openJournal } from '#server/journal/open.ts'
import { readConfig } from '#server/config.ts'
import { snapshotFile } from '#server/journal/snapshot.ts'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'
import { content, logCall, odile, odilesPhone } from '../support/sheets.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cip-restart-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }))

const start = () => TestApp.start({ journal: 'sqlite', dataDir })

/** A crisis with Odile's sheet in it, logged by the room lead, who may see her number. */
async function withOdile(app: TestApp): Promise<Readonly<{ crisis: CrisisId; sheet: SheetId }>> {
  const crisis = await openCrisis(await app.console('switchboard'))
  const lead = await app.console('roomLead', crisis)
  const id = newCommandId()
  const call = logCall({ content: content({ startedAt: Date.now() }), personal: odile })
  const sent = await lead.submit(call, id)
  expect(sent).toMatchObject({ status: 'recorded' })
  return { crisis, sheet: SheetId.parse(id) }
}

test('[X8] a start takes up what was put aside, and the entries after it', async () => {
  let crisis: CrisisId
  {
    await using app = await start()
    crisis = (await withOdile(app)).crisis
  }
  expect(existsSync(snapshotFile(dataDir))).toBe(true)
  await using app = await start()
  const lead = await app.console('roomLead', crisis)
  expect(JSON.stringify(lead.crisis.calls)).toContain(odilesPhone)
})

test('[X8] an erasure leaves nothing readable: not in the journal, nor on consoles, nor in what was put aside', async () => {
  await using app = await start()
  const { crisis, sheet } = await withOdile(app)
  const lead = await app.console('roomLead', crisis)
  const admin = await app.console('admin')
  const sent = await admin.submit({ type: 'privacy.erase', subject: sheet, reason: 'demande de la personne' })
  expect(sent).toMatchObject({ status: 'recorded' })
  await lead.until(() => !JSON.stringify(lead.state).includes('Odile'))
  await expect.poll(async () => JSON.stringify(await app.journal.read(0, 1_000))).not.toContain('Odile')
  expect(existsSync(snapshotFile(dataDir))).toBe(false)
  const late = await app.console('teamLead', crisis)
  expect(JSON.stringify(late.state)).not.toContain('Odile')
})

test('[X8] after an erasure and a restart the person is still forgotten', async () => {
  {
    await using app = await start()
    const known = await withOdile(app)
    const admin = await app.console('admin')
    await admin.submit({ type: 'privacy.erase', subject: known.sheet, reason: 'demande de la personne' })
  }
  await using journal = await openJournal(readConfig({ DATA_DIR: dataDir }), () => undefined)
  expect(JSON.stringify(await journal.read(0, 1_000))).not.toContain('Odile')
  expect(readFileSync(join(dataDir, 'journal.sqlite')).includes(odilesPhone)).toBe(false)
})
