/** `npm run backup`: a copy of the journal, taken while the server writes it, and checked. */
import { existsSync, rmSync } from 'node:fs'
import { ConfigError, readConfig } from '#server/config.ts'
import { prepareDataFolder } from '#server/data-folder.ts'
import { copyJournal } from '#server/journal/copy-journal.ts'
import { type Erased, noteErased, readErased } from '#server/journal/erased-list.ts'
import { noteBackup } from '#server/journal/last-backup.ts'
import { existingJournal, journalFile } from '#server/journal/sqlite-schema.ts'
import { sqliteRows } from '#server/journal/stored-rows.ts'
import { verifyChain } from '#server/journal/verify-chain.ts'
import { readArguments } from './lib/arguments.ts'
import { fullDiskOr } from './lib/full-disk.ts'
import { run } from './lib/run.ts'
import { openSealedData } from './lib/sealed-data.ts'

const help = `npm run backup -- DOSSIER

Copie le journal de DATA_DIR dans DOSSIER/journal.sqlite, serveur en marche ou non, puis en vérifie la chaîne.
Copies the journal of DATA_DIR into FOLDER/journal.sqlite, while the server runs or not, then checks its chain.

  --help   ceci / this

La clé (master.key) n'est pas copiée : gardez-la ailleurs. / The key is not copied: keep it elsewhere.
Sur Redis, sauvegardez Redis. / On Redis, back Redis up.
`

/**
 * The journal and the list of the erased. Nothing half written stays: on a full disk it would take the room that the
 * journal needs, and a copy without its list would bring back who was erased.
 */
function copyWhole(source: string, folder: string, erased: readonly Erased[]): void {
  const target = journalFile(folder)
  try {
    copyJournal(source, target)
    noteErased(folder, erased)
  } catch (error) {
    for (const file of [target, `${target}-journal`, `${target}-wal`]) rmSync(file, { force: true })
    throw fullDiskOr(
      error,
      `the disk of ${target} is full: nothing was kept; make room, or give another folder`,
    )
  }
}

/** The backup is there all the same: whoever watches the machine sees an older one. */
function note(folder: string): void {
  try {
    noteBackup(folder, Date.now())
  } catch (error) {
    console.log(`! non noté dans / not noted in ${folder}: ${(error as Error).message}`)
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
  prepareDataFolder(folder, 'DOSSIER')
  const target = journalFile(folder)
  if (existsSync(target)) throw new ConfigError(`${target} exists already: give another folder`)
  copyWhole(source, folder, readErased(DATA_DIR))
  const { sound, hash, broken } = await verifyChain(sqliteRows(folder))
  if (broken !== null)
    throw new ConfigError(`entry ${broken.seq} of the copy does not hold: run "npm run verify"`)
  console.log(`✓ ${target} : ${sound} entrées, chaîne intacte / entries, the chain holds`)
  console.log(`  dernière, à noter / last, to be noted: ${sound}:${hash}`)
  const opens = await openSealedData(config, folder)
  note(DATA_DIR)
  return opens ? 0 : 1
}

await run(main)
