import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { SheetId } from '#shared/lib/id.ts'
import { openSqliteJournal } from '#server/journal/sqlite.ts'
import { asideFolder, bringBeside, exchange } from '#server/journal/restore.ts'
import { loadMasterKey } from '#server/lib/master-key.ts'
import { newCommandId } from '#scripts/headless/headless-console.ts'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'
import { fullDisk, mayMount } from '../support/disk-trouble.ts'
import { noted } from '../support/drafts.ts'
import { eventually } from '../support/eventually.ts'
import { bringOut } from '../support/publication.ts'
import { runScript } from '../support/script.ts'
import { content, logCall, odile, odilesPhone } from '../support/sheets.ts'

let folder: string
let data: string
let copy: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-restore-'))
  data = join(folder, 'data')
  copy = join(folder, 'copy')
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }))

const start = () => TestApp.start({ journal: 'sqlite', dataDir: data })
const restore = (...args: readonly string[]) => runScript('restore.ts', { DATA_DIR: data }, ...args)

/** What `erasedSinceTheBackup` copies: a journal and its backup. */
let kept: string
beforeAll(async () => {
  kept = await mkdtemp(join(tmpdir(), 'cip-restore-kept-'))
  await eraseAfterABackup(kept)
})
afterAll(() => rm(kept, { recursive: true, force: true }))

/** Odile's sheet, a backup, then her erasure and a line of the logbook. */
async function eraseAfterABackup(place: string): Promise<void> {
  const [DATA_DIR, backup] = [join(place, 'data'), join(place, 'copy')]
  await using app = await TestApp.start({ journal: 'sqlite', dataDir: DATA_DIR })
  const crisis = await openCrisis(await app.console('switchboard'))
  const lead = await app.console('roomLead', crisis)
  const id = newCommandId()
  await lead.submit(logCall({ content: content({ startedAt: Date.now() }), personal: odile }), id)
  expect((await runScript('backup.ts', { DATA_DIR }, backup)).code).toBe(0)
  const admin = await app.console('admin')
  const erase = { type: 'privacy.erase', subject: SheetId.parse(id), reason: 'demande' } as const
  expect(await admin.submit(erase)).toMatchObject({ status: 'recorded' })
  await eventually(async () => {
    expect(JSON.stringify(await app.journal.read(0, 1_000))).not.toContain('Odile')
  })
  await lead.submit({ type: 'journal.note', text: 'après la sauvegarde', happenedAt: null })
}

/** In `data` and `copy`, as `eraseAfterABackup` left them. */
function erasedSinceTheBackup(): Promise<void> {
  return cp(kept, folder, { recursive: true, verbatimSymlinks: true })
}

test('[J128] npm run restore tells what is lost, keeps the present journal, does the erasures again and holds the page', async () => {
  await erasedSinceTheBackup()
  expect(await restore(copy)).toMatchObject({ code: 1, output: expect.stringContaining('add --yes') })
  expect(existsSync(join(data, 'public', 'on-hold'))).toBe(false)
  const { code, output } = await restore(copy, '--yes')
  expect(output).toMatch(/recorded since, and put aside: 2 /)
  expect(output).toMatch(/erasures done again: 1/)
  expect(code).toBe(0)
  const aside = (await readdir(data)).find((name) => name.startsWith('avant-restauration-'))
  expect(output).toContain(join(data, aside ?? 'nowhere'))

  await using app = await start()
  const entries = JSON.stringify(await app.journal.read(0, 1_000))
  for (const word of ['après la sauvegarde', 'Odile', odilesPhone]) expect(entries).not.toContain(word)
  const admin = await app.console('admin')
  await admin.until(() => admin.view.troubles.some(({ follower }) => follower === 'page'))
  expect(await restore('--publish')).toMatchObject({ code: 0, output: expect.stringContaining(data) })
  // Another folder than the server's, or nothing that waits.
  expect(await restore('--publish')).toMatchObject({
    code: 1,
    output: expect.stringContaining('nothing is held'),
  })
  await admin.retry('page')
  await admin.until(() => admin.view.troubles.every(({ follower }) => follower !== 'page'))
})

test('[J128] nothing is restored, nor held, under a running server', async () => {
  await erasedSinceTheBackup()
  await using app = await start()
  const refused = { code: 1, output: expect.stringContaining('already writes') }
  expect(await restore(copy, '--yes')).toMatchObject(refused)
  const names = await readdir(data)
  expect(names.filter((name) => /^avant-restauration-|\.new$/.test(name))).toEqual([])
  expect(existsSync(join(data, 'public', 'on-hold'))).toBe(false)
  expect(JSON.stringify(await app.journal.read(0, 1_000))).toContain('après la sauvegarde')
})

test('[J128] npm run restore names the messages that it puts in force again', async () => {
  {
    await using app = await start()
    const crisis = await openCrisis(await app.console('switchboard'))
    const { message } = await bringOut(app, crisis)
    expect((await runScript('backup.ts', { DATA_DIR: data }, copy)).code).toBe(0)
    const comms = await app.console('comms', crisis)
    await comms.submit({ type: 'messages.withdraw', message, reason: 'Danger écarté.' })
    // Out and withdrawn since: gone with the journal that is put aside.
    const later = await bringOut(app, crisis)
    await comms.submit({ type: 'messages.withdraw', message: later.message, reason: 'Danger écarté.' })
  }
  const { output } = await restore(copy, '--yes')
  expect(output.match(/Montez à l’étage/g)).toHaveLength(1)
})

test('[J142] a restore that cannot be carried to its end touches nothing: without the key, or with another', async () => {
  await erasedSinceTheBackup()
  const before = await readdir(data)
  const key = join(data, 'master.key')
  await rename(key, join(folder, 'master.key'))
  expect(await restore(copy, '--yes')).toMatchObject({
    code: 1,
    output: expect.stringContaining('is missing'),
  })
  loadMasterKey(key, { journalExists: false })
  const refused = { code: 1, output: expect.stringContaining('another master key') }
  expect(await restore(copy, '--yes')).toMatchObject(refused)
  await rename(join(folder, 'master.key'), key)
  expect(await readdir(data)).toEqual(before)
  await using app = await start()
  expect(JSON.stringify(await app.journal.read(0, 1_000))).toContain('après la sauvegarde')
})

test.skipIf(!mayMount())(
  '[J142] a restore without room says so and leaves the journal as it was',
  async () => {
    using disk = fullDisk()
    data = disk.folder
    const masterKey = loadMasterKey(join(data, 'master.key'), { journalExists: false })
    {
      await using journal = await openSqliteJournal({ folder: data, masterKey })
      await journal.append([noted(1, 'x'.repeat(200_000))], 0)
    }
    expect((await runScript('backup.ts', { DATA_DIR: data }, copy)).code).toBe(0)
    disk.leave(100_000, 0)
    const before = await readdir(data)
    const full = { code: 1, output: expect.stringMatching(/is full: the journal is as it was; make room\n$/) }
    expect(await restore(copy, '--yes')).toMatchObject(full)
    expect(await readdir(data)).toEqual(before)
  },
)

test('[J142] cut short between its acts it is told, and the next start does the erasures again', async () => {
  await erasedSinceTheBackup()
  bringBeside(copy, data)
  const journal = join(data, 'journal.sqlite')
  await rename(journal, join(folder, 'journal.sqlite'))
  await expect(start()).rejects.toThrow(/a restore was cut short in .*: run "npm run restore" again/)
  await rename(join(folder, 'journal.sqlite'), journal)
  exchange(data, join(folder, 'aside'))
  // Killed here: nothing has been erased again.
  await using app = await start()
  const entries = JSON.stringify(await app.journal.read(0, 1_000))
  for (const word of ['après la sauvegarde', 'Odile', odilesPhone]) expect(entries).not.toContain(word)
})

test('[J142] killed before it moved the journal it leaves no key behind and the page free', async () => {
  await erasedSinceTheBackup()
  bringBeside(copy, data)
  // As good as killed: the journal cannot be put aside into what is no folder.
  await writeFile(join(folder, 'aside'), '')
  expect(() => exchange(data, join(folder, 'aside'))).toThrow()
  await using app = await start()
  expect(await readdir(data)).not.toContain('journal.sqlite.new')
  expect(JSON.stringify(await app.journal.read(0, 1_000))).toContain('après la sauvegarde')
  expect(existsSync(join(data, 'public', 'on-hold'))).toBe(false)
})

test('[J142] where the page cannot be held the journal stays, and nothing is left beside it', async () => {
  await erasedSinceTheBackup()
  await rm(join(data, 'public'), { recursive: true, force: true })
  await writeFile(join(data, 'public'), '')
  expect((await restore(copy, '--yes')).code).not.toBe(0)
  const names = await readdir(data)
  expect(names).toContain('journal.sqlite')
  expect(names).not.toContain('journal.sqlite.new')
})

test('[J142] killed between the journal and its WAL it goes on into the same folder, and holds the page', async () => {
  await erasedSinceTheBackup()
  const earlier = join(data, 'avant-restauration-1000000000000')
  await mkdir(earlier)
  // No restore has begun: what an earlier one put aside is not added to.
  const begun = asideFolder(data, 1_100_000_000_000)
  expect(begun).toBe(join(data, 'avant-restauration-1100000000000'))
  bringBeside(copy, data)
  await mkdir(begun)
  await rename(join(data, 'journal.sqlite'), join(begun, 'journal.sqlite'))
  await writeFile(join(data, 'journal.sqlite-wal'), 'its end')
  expect((await restore(copy, '--yes')).code).toBe(0)
  expect(await readdir(begun)).toEqual(expect.arrayContaining(['journal.sqlite', 'journal.sqlite-wal']))
  expect((await readdir(data)).filter((name) => name.startsWith('avant-restauration-'))).toHaveLength(2)
  expect(existsSync(join(data, 'public', 'on-hold'))).toBe(true)
})

/** A journal of ten lines whose server was killed: most of them stand in its log. */
async function killedJournal(path: string): Promise<void> {
  const masterKey = loadMasterKey(join(folder, 'other.key'), { journalExists: false })
  const alive = join(folder, 'alive')
  await using journal = await openSqliteJournal({ folder: alive, masterKey })
  for (let n = 1; n <= 10; n += 1) await journal.append([noted(n)], n - 1)
  await mkdir(path, { recursive: true })
  for (const file of ['journal.sqlite', 'journal.sqlite-wal']) await cp(join(alive, file), join(path, file))
}

function linesOf(file: string): unknown {
  using db = new DatabaseSync(file, { readOnly: true })
  return db.prepare('SELECT count(*) AS lines FROM entries').get()?.['lines']
}

test('[J162] what is restored from a journal whose server was killed has its end, which stands in its log', async () => {
  await killedJournal(copy)
  await mkdir(data)
  bringBeside(copy, data)
  expect(linesOf(join(data, 'journal.sqlite.new'))).toBe(10)
})

test('[J162] what a restore puts aside is whole in its one file', async () => {
  await killedJournal(data)
  await cp(data, copy, { recursive: true })
  bringBeside(copy, data)
  const aside = join(folder, 'aside')
  exchange(data, aside)
  await rm(join(aside, 'journal.sqlite-wal'), { force: true })
  expect(linesOf(join(aside, 'journal.sqlite'))).toBe(10)
})

test('[J163] a folder that cannot be made is told in one line by restore and backup, at once', async () => {
  await killedJournal(copy)
  const refused = { code: 1, output: expect.stringMatching(/^DATA_DIR: got "\/proc\/x".*\n$/) }
  expect(await runScript('restore.ts', { DATA_DIR: '/proc/x' }, copy, '--yes')).toMatchObject(refused)
  const { code, output } = await runScript('backup.ts', { DATA_DIR: copy }, '/proc/x')
  expect([code, output]).toEqual([1, expect.stringMatching(/^DOSSIER: got "\/proc\/x".*\n$/)])
})

test('[J142] what a restore cut short has brought stays when it fails again: no server begins an empty journal', async () => {
  await erasedSinceTheBackup()
  bringBeside(copy, data)
  await rename(join(data, 'journal.sqlite'), join(folder, 'journal.sqlite'))
  await rm(join(data, 'public'), { recursive: true, force: true })
  await writeFile(join(data, 'public'), '')
  expect((await restore(copy, '--yes')).code).not.toBe(0)
  await expect(start()).rejects.toThrow(/a restore was cut short/)
})

test('[J128] what is no sound backup is refused, and nothing is touched', async () => {
  const refused = { code: 1, output: expect.stringContaining('no backup in') }
  expect(await restore(copy, '--yes')).toMatchObject(refused)
  expect(await restore()).toMatchObject({ code: 1, output: expect.stringContaining('DOSSIER ?') })
  const onRedis = await runScript('restore.ts', { JOURNAL: 'redis' }, copy, '--yes')
  expect(onRedis).toMatchObject({ code: 1, output: expect.stringContaining('restore Redis instead') })
})
