/** `npm run backup`: a copy of the journal, taken while the server writes it, and checked. */
import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { ConfigError, readConfig } from '#server/config.ts'
import { noteErased, readErased } from '#server/journal/erased-list.ts'
import { noteBackup } from '#server/journal/last-backup.ts'
import { existingJournal, journalFile } from '#server/journal/sqlite-schema.ts'
import { sqliteRows } from '#server/journal/stored-rows.ts'
import { verifyChain } from '#server/journal/verify-chain.ts'
import { readArguments } from './lib/arguments.ts'
import { run } from './lib/run.ts'
import { openSealedData } from './lib/sealed-data.ts'

const help = `npm run backup -- DOSSIER

Copie le journal de DATA_DIR dans DOSSIER/journal.sqlite, serveur en marche ou non, puis en vérifie la chaîne.
Copies the journal of DATA_DIR into FOLDER/journal.sqlite, while the server runs or not, then checks its chain.

  --help   ceci / this

La clé (master.key) n'est pas copiée : gardez-la ailleurs. / The key is not copied: keep it elsewhere.
Sur Redis, sauvegardez Redis. / On Redis, back Redis up.
`

/** SQLITE_FULL. */
const sqliteFull = 13

/** In one reading transaction: the server goes on writing, and what it adds meanwhile is left out whole. */
function copy(source: string, target: string): void {
  // Made first, for its owner alone: SQLite would make it with everybody's rights.
  closeSync(openSync(target, 'wx', 0o600))
  using journal = new DatabaseSync(source, { readOnly: true, timeout: 5_000 })
  journal.prepare('VACUUM INTO ?').run(target)
}

/** Nothing half written stays: on a full disk it would take the room that the journal needs. */
function copyWhole(source: string, target: string): void {
  try {
    copy(source, target)
  } catch (error) {
    for (const file of [target, `${target}-journal`, `${target}-wal`]) rmSync(file, { force: true })
    const { errcode, code } = error as { errcode?: unknown; code?: unknown }
    const isFull = errcode === sqliteFull || code === 'ENOSPC'
    if (!isFull) throw error
    throw new ConfigError(
      `the disk of ${target} is full: nothing was kept; make room, or give another folder`,
    )
  }
}

async function main(): Promise<number> {
  const given = readArguments(help)
  if (given === null) return 0
  const [folder] = given
  if (folder === undefined || given.length > 1) throw new ConfigError(`DOSSIER ?\n\n${help}`)
  const config = readConfig(process.env)
  const { JOURNAL, DATA_DIR } = config
  if (JOURNAL === 'redis') throw new ConfigError('JOURNAL: got "redis": back Redis up instead')
  const source = existingJournal(DATA_DIR)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const target = journalFile(folder)
  if (existsSync(target)) throw new ConfigError(`${target} exists already: give another folder`)
  copyWhole(source, target)
  noteErased(folder, readErased(DATA_DIR))
  const { sound, hash, broken } = await verifyChain(sqliteRows(folder))
  if (broken !== null)
    throw new ConfigError(`entry ${broken.seq} of the copy does not hold: run "npm run verify"`)
  noteBackup(DATA_DIR, Date.now())
  console.log(`✓ ${target} : ${sound} entrées, chaîne intacte / entries, the chain holds`)
  console.log(`  dernière, à noter / last, to be noted: ${sound}:${hash}`)
  return (await openSealedData(config, folder)) ? 0 : 1
}

await run(main)
