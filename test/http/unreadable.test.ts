import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import type { Role } from '#shared/access/roles.ts'
import { snapshotFile } from '#server/journal/snapshot.ts'
import { sessionOf } from '../support/accounts.ts'
import { TestApp } from '../support/app.ts'
import { member } from '../support/members.ts'

test('[J126] a server with one damaged key starts without its snapshot, and tells its administrators alone', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cip-unreadable-'))
  const start = () => TestApp.start({ journal: 'sqlite', dataDir })
  {
    await using app = await start()
    const hr = await app.console('hr')
    expect(await hr.submit({ type: 'roster.add', member: member(1) })).toMatchObject({ status: 'recorded' })
  }
  await rm(snapshotFile(dataDir), { force: true })
  {
    using db = new DatabaseSync(join(dataDir, 'journal.sqlite'))
    const rows = db.prepare('SELECT seq, body FROM entries ORDER BY seq DESC').all() as { body: string }[]
    const added = rows.find(({ body }) => body.includes('roster.memberAdded'))
    const { subject } = (JSON.parse(added?.body ?? '{}') as { event: { subject: string } }).event
    const { key } = db.prepare('SELECT key FROM subjects WHERE subject = ?').get(subject) as {
      key: Uint8Array
    }
    db.prepare('UPDATE subjects SET key = ? WHERE subject = ?').run(
      key.with(key.length - 1, (key.at(-1) ?? 0) ^ 1),
      subject,
    )
  }
  await using app = await start()
  const ask = (role: Role) =>
    fetch(`${app.url}/api/journal/unreadable`, { headers: { cookie: sessionOf(app.url, role).cookie } })
  await expect.poll(async () => ((await (await ask('admin')).json()) as unknown[]).length).toBe(1)
  expect((await ask('hr')).status).toBe(403)
  const hr = await app.console('hr')
  expect(Object.values(hr.state.standing.roster.members).map(({ personal }) => personal)).toEqual([null])
  expect(await hr.submit({ type: 'roster.add', member: member(2) })).toMatchObject({ status: 'recorded' })
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
})
