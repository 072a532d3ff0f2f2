import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { CrisisId } from '#shared/lib/id.ts'
import { TestApp } from '../support/app.ts'
import { eventually } from '../support/eventually.ts'
import { odilesPhone } from '../support/sheets.ts'

/*
 * A whole data folder as the first release left it (commit fc1da20): a real crisis with a text out and one withdrawn, a
 * sheet, a line, a snapshot, a register, and the page under umask 077.
 */

const dataDir = mkdtempSync(join(tmpdir(), 'cip-first-release-'))
execFileSync('tar', ['xzf', join(import.meta.dirname, '../support/first-release.tgz'), '-C', dataDir])
afterAll(() => rmSync(dataDir, { recursive: true, maxRetries: 5 }))

const site = join(dataDir, 'public')
const inForce = (file: string) => join(site, 'info/current', file)

test('[J160] what the first release left goes on: page and alerts as they were, sheets, lines, words', async () => {
  const alerts = readdirSync(inForce('cap')).filter((name) => name.endsWith('.xml'))
  const before = new Map(alerts.map((name) => [name, readFileSync(inForce(join('cap', name)), 'utf8')]))
  expect(before.size).toBe(3)
  const environment = {
    INSTALLATION_NAME: 'Préfecture du Val-Fictif',
    PUBLIC_BASE_URL: 'http://127.0.0.1:3000',
  }
  await using app = await TestApp.start({ journal: 'sqlite', dataDir, environment })
  const get = async (path: string) => (await fetch(app.localUrl + path)).text()
  await eventually(async () => expect(await get('/info')).toContain('Montez à l’étage'))
  for (const [name, alert] of before) expect(await get(`/info/cap/${name}`)).toBe(alert)

  const crisis = CrisisId.parse(Object.keys((await app.console('admin')).state.crises)[0])
  const lead = await app.console('roomLead', crisis)
  expect(JSON.stringify(lead.crisis)).toContain(odilesPhone)
  expect(lead.view.troubles).toEqual([])
  // It can be corrected and withdrawn as any other.
  const comms = await app.console('comms', crisis)
  for (const { id, withdrawn } of Object.values(comms.crisis.messages)) {
    const sent = await comms.submit({ type: 'messages.withdraw', message: id, reason: 'Danger écarté.' })
    expect(sent.status).toBe(withdrawn === null ? 'recorded' : 'refused')
  }
  await expect.poll(() => get('/info')).toContain('Danger écarté.')
  // A web server of the same group reads it from the folder.
  const modes = [site, join(site, 'info'), join(site, 'info/releases'), inForce('cap')].map(
    (path) => statSync(path).mode & 0o070,
  )
  expect(modes).toEqual([0o050, 0o050, 0o050, 0o050])
})
