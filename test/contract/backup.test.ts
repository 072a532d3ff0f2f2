import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lastBackup } from '#server/journal/last-backup.ts'
import { openSqliteJournal } from '#server/journal/sqlite.ts'
import { fullDisk, mayMount } from '../support/disk-trouble.ts'
import { noted, sealed } from '../support/drafts.ts'
import { runScript, type Settings } from '../support/script.ts'

const masterKey = createSecretKey(randomBytes(32))

let folder: string
let target: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-backup-'))
  target = join(folder, 'copy')
})
afterEach(() => rm(folder, { recursive: true }))

const backup = (settings: Settings, ...args: readonly string[]) => runScript('backup.ts', settings, ...args)

test('[J51] [J131] npm run backup copies a journal that is being written, whole up to a place, for its owner alone', async () => {
  await using journal = await openSqliteJournal({ folder, masterKey })
  let written = 0
  const write = async () => {
    written += 1
    await journal.append([written % 3 === 0 ? sealed(written, written) : noted(written)], written - 1)
  }
  for (let n = 0; n < 1_000; n += 1) await write()
  const copying = { isOver: false }
  const taken = backup({ DATA_DIR: folder }, target).finally(() => (copying.isOver = true))
  while (!copying.isOver) await write()
  const { code, output } = await taken
  expect(code).toBe(0)
  expect(Date.now() - lastBackup(folder)).toBeLessThan(60_000)
  const [, seq, hash] = /: (\d+):([0-9a-f]{64})\n/.exec(output) ?? []
  expect(Number(seq)).toBeGreaterThanOrEqual(1_000)
  expect((await stat(join(target, 'journal.sqlite'))).mode & 0o777).toBe(0o600)

  await using restored = await openSqliteJournal({ folder: target, masterKey })
  expect(await restored.head()).toBe(Number(seq))
  const entries = await restored.read(0, 100_000)
  expect(entries).toEqual(await journal.read(0, Number(seq)))
  expect(entries.at(-1)?.hash).toBe(hash)
})

test('[J51] it overwrites nothing, and says in words what it cannot do', async () => {
  const refusal = async (settings: Settings, ...args: readonly string[]) => {
    const { code, output } = await backup(settings, ...args)
    expect(code).toBe(1)
    return output
  }
  expect(await refusal({ DATA_DIR: folder }, target)).toMatch(/there is no journal in .*: set DATA_DIR/)
  await (await openSqliteJournal({ folder, masterKey }))[Symbol.asyncDispose]()
  expect(await refusal({ DATA_DIR: folder }, folder)).toMatch(/exists already: give another folder/)
  expect(await refusal({ DATA_DIR: folder })).toMatch(/DOSSIER \?/)
  expect(await refusal({ JOURNAL: 'redis' }, target)).toMatch(/back Redis up/)
  expect(await backup({}, '--help')).toMatchObject({ code: 0 })
})

/** Only where one may mount a file system. */
test.skipIf(!mayMount())(
  '[J127] a backup on a full disk says one sentence and leaves nothing behind',
  async () => {
    using disk = fullDisk()
    {
      await using journal = await openSqliteJournal({ folder, masterKey })
      await journal.append([noted(1, 'x'.repeat(200_000))], 0)
    }
    disk.leave(100_000, 0)
    const { code, output } = await backup({ DATA_DIR: folder }, join(disk.folder, 'copy'))
    expect(output).toMatch(/^the disk of .* is full: nothing was kept; make room, or give another folder\n$/)
    expect(code).toBe(1)
    expect(await readdir(join(disk.folder, 'copy'))).toEqual([])
  },
)

test.skipIf(!mayMount())(
  '[J146] a backup taken from a full disk is sound, and says that it could not be noted',
  async () => {
    using disk = fullDisk()
    {
      await using journal = await openSqliteJournal({ folder: disk.folder, masterKey })
      await journal.append([noted(1)], 0)
    }
    expect((await backup({ DATA_DIR: disk.folder }, target)).code).toBe(0)
    const before = lastBackup(disk.folder)
    disk.leave(0, 0)
    const { code, output } = await backup({ DATA_DIR: disk.folder }, `${target}-2`)
    expect(output).toMatch(/not noted in .*ENOSPC/)
    expect(code).toBe(0)
    expect(lastBackup(disk.folder)).toBe(before)
  },
)
