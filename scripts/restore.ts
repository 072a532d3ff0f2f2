/** `npm run restore`: puts a backup back, says what that costs, does the erasures again, and holds the public page. */
import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '#server/config.ts'
import { prepareDataFolder } from '#server/data-folder.ts'
import { noteErased, readErased } from '#server/journal/erased-list.ts'
import { masterKeyFile, openExistingJournal } from '#server/journal/open.ts'
import { asideFolder, bringBeside, exchange, recordedSince, type Since } from '#server/journal/restore.ts'
import { comingFile, isCutShort, journalFile, lockFolder } from '#server/journal/sqlite-schema.ts'
import { sqliteRows } from '#server/journal/stored-rows.ts'
import { verifyChain } from '#server/journal/verify-chain.ts'
import { release } from '#server/publicsite/hold.ts'
import { loadMasterKey } from '#server/lib/master-key.ts'
import { eraseAgain } from '#server/privacy/erase-again.ts'
import { fullDiskOr } from './lib/full-disk.ts'
import { run } from './lib/run.ts'
import { openSealedData } from './lib/sealed-data.ts'

const help = `npm run restore -- DOSSIER [--yes]
npm run restore -- --publish

Remet en place la sauvegarde de DOSSIER, serveur arrêté : la vérifie, dit ce qui a été enregistré depuis, demande, met
le journal présent de côté, refait les effacements, et laisse la page publique telle qu'elle est.
Puts the backup in FOLDER back, with the server stopped: checks it, tells what was recorded since, asks, puts the present
journal aside, does the erasures again, and leaves the public page as it is.

  --yes       sans demander / without asking
  --publish   la page publique peut changer de nouveau, une fois relu ce qui est en vigueur
              the public page may change again, once somebody has read what is in force
  --help      ceci / this

Sur Redis, restaurez Redis. / On Redis, restore Redis.
`

function shown(instant: number | null): string {
  return instant === null ? '?' : new Date(instant).toLocaleString('fr', { timeZone: 'Europe/Paris' })
}

function tell({ entries, from, to, messages, erased, isWhole }: Since): void {
  if (!isWhole)
    console.log(
      '! le journal présent ne se lit pas en entier, ou est un autre / cannot be read whole, or is another',
    )
  console.log(
    `  enregistré depuis, et mis de côté / recorded since, and put aside: ${entries} (${shown(from)} – ${shown(to)})`,
  )
  if (messages.length > 0) {
    console.log('! retirés ou corrigés depuis, de nouveau en vigueur dans leur texte d’alors :')
    console.log('! withdrawn or corrected since, in force again as they were:')
    for (const title of messages) console.log(`    ${title}`)
  }
  if (erased.length > 0) console.log(`  effacements à refaire / erasures to be done again: ${erased.length}`)
}

async function isWanted(isSure: boolean): Promise<boolean> {
  if (isSure) return true
  if (!process.stdin.isTTY) throw new ConfigError('nobody to ask here: add --yes')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question('Remettre cette sauvegarde ? / Put this backup back? (oui/yes) ')
  terminal.close()
  return ['oui', 'yes'].includes(answer.trim().toLowerCase())
}

function refuseNoBackup(backup: string): void {
  if (existsSync(journalFile(backup))) return
  throw new ConfigError(`no backup in ${backup}: give a folder that npm run backup made`)
}

async function restore(backup: string, isSure: boolean): Promise<number> {
  const config = readConfig(process.env)
  if (config.JOURNAL === 'redis') throw new ConfigError('JOURNAL: got "redis": restore Redis instead')
  const folder = resolve(config.DATA_DIR)
  refuseNoBackup(backup)
  prepareDataFolder(folder)
  // Throws while a server runs.
  using _ = lockFolder(folder)
  const { sound, hash, broken } = await verifyChain(sqliteRows(backup))
  if (broken !== null)
    throw new ConfigError(`entry ${broken.seq} of the backup does not hold (${broken.why}): take another one`)
  console.log(`✓ ${backup} : ${sound} entrées, chaîne intacte / entries, the chain holds`)
  // Without it, or with another, no erasure could be done again: refused while nothing is touched.
  loadMasterKey(masterKeyFile(config), { journalExists: true })
  await openSealedData(config, backup)
  const isThere = existsSync(journalFile(folder))
  const since = isThere ? await recordedSince(folder, { seq: sound, hash }) : null
  if (since !== null) tell(since)
  if (!(await isWanted(isSure))) return 1

  const erased = [...readErased(folder), ...readErased(backup), ...(since?.erased ?? [])]
  const aside = asideFolder(folder, Date.now())
  try {
    noteErased(folder, erased)
    bringBeside(backup, folder)
    exchange(folder, aside)
    tellAside(aside)
  } catch (error) {
    const full = `the disk of ${folder} is full`
    // What is beside keeps a server from beginning an empty journal.
    if (isCutShort(folder))
      throw fullDiskOr(error, `${full}: make room and run this again, no server starts until then`)
    rmSync(comingFile(folder), { force: true })
    throw fullDiskOr(error, `${full}: the journal is as it was; make room`)
  }
  return 0
}

function tellAside(aside: string): void {
  if (!existsSync(aside)) return
  console.log(`  journal d’avant, mis de côté dans / the journal before, put aside in:\n    ${aside}`)
}

/** The lock is free again: the journal is opened as a server would, which does the same should this come to nothing. */
async function finish(): Promise<void> {
  const config = readConfig(process.env)
  await using journal = await openExistingJournal(config, console.error)
  const masterKey = loadMasterKey(masterKeyFile(config), { journalExists: true })
  const erased = await eraseAgain({ journal, folder: config.DATA_DIR, masterKey })
  console.log(`✓ remis en place ; effacements refaits / put back; erasures done again: ${erased}`)
  console.log('  La page publique reste telle quelle : démarrez, relisez ce qui est en vigueur, puis')
  console.log('  The public page stays as it is: start, read what is in force, then')
  console.log('\n  npm run restore -- --publish\n')
}

async function main(): Promise<number> {
  const options = {
    yes: { type: 'boolean' },
    publish: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [backup] = positionals
  if (values.help === true) {
    console.log(help)
    return 0
  }
  if (values.publish === true) {
    const site = resolve(readConfig(process.env).DATA_DIR, 'public')
    if (!release(site)) throw new ConfigError(`nothing is held in ${site}: set DATA_DIR to the server's`)
    console.log('✓ la page publique suit de nouveau le journal / the public page follows the journal again')
    console.log(`  ${site}`)
    return 0
  }
  if (backup === undefined || positionals.length > 1) throw new ConfigError(`DOSSIER ?\n\n${help}`)
  const code = await restore(resolve(backup), values.yes === true)
  if (code === 0) await finish()
  return code
}

await run(main)
