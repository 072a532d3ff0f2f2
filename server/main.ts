/** The server's process: environment in, signals in, one app. The only file that reads `process`. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Lack } from '#shared/publicsite/installation.ts'
import { createApp, type App } from '#server/app.ts'
import { ConfigError, readConfig, type Config } from '#server/config.ts'
import { prepareDataFolder } from '#server/data-folder.ts'
import { ListenRefused } from '#server/http/listen.ts'
import { JournalDamaged, JournalRefused, JournalUnavailable } from '#server/journal/port.ts'
import { openJournal } from '#server/journal/open.ts'
import { createLogger } from '#server/lib/logger.ts'
import { MasterKeyRefused } from '#server/lib/master-key.ts'

// What is still running then is cut: whoever stops the server waits for it.
const closingMs = 4_500

async function main(): Promise<void> {
  const config = readConfig(process.env)
  prepareDataFolder(config.DATA_DIR)
  const logger = createLogger(config.LOG_LEVEL)
  const journal = await openJournal(config, (sentence) => logger.warn(sentence))
  const app = await createApp({ config, journal, logger, consoleFolder: builtConsole() })
  let isStopping = false
  const stop = () => {
    // Ctrl C comes from the terminal, and again from a program that started the server and passes it on.
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), closingMs).unref()
    void app.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // Whoever reads this may stop it at once.
  announce(app, config)
}

function builtConsole(): string | null {
  const folder = resolve(import.meta.dirname, '../dist/console')
  return existsSync(join(folder, 'index.html')) ? folder : null
}

/** What keeps a real text from going out, said before anybody needs one. */
const lackLines: Readonly<Record<Lack, string>> = {
  name: 'INSTALLATION_NAME n’est pas réglé : aucun texte réel ne peut être validé ni publié.',
  address: 'PUBLIC_BASE_URL n’est pas réglé : aucun texte réel ne peut être publié.',
}

function announce({ url, setUpUrl, lacks, watchUrl }: App, { DATA_DIR }: Config): void {
  const lines = [
    '',
    `  Console CIP        ${url}/`,
    `  Page publique      ${url}/info`,
    ...(watchUrl === null ? [] : [`  Mesures            ${watchUrl}/metrics`]),
    ...lacks.map((lack) => `  À régler           ${lackLines[lack]}`),
    ...(setUpUrl === null ? [] : ['', '  Première mise en service (lien à usage unique) :', `  ${setUpUrl}`]),
    '',
    `  Données            ${resolve(DATA_DIR)}`,
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** The one line for the administrator; null for a bug, whose trace is wanted. */
function sentenceFor(error: unknown): string | null {
  const isTold =
    error instanceof ConfigError ||
    error instanceof MasterKeyRefused ||
    error instanceof ListenRefused ||
    error instanceof JournalRefused ||
    error instanceof JournalUnavailable
  if (error instanceof JournalDamaged) return damaged(error)
  if (isTold) return error.message
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return `the disk is full: make room, then start again (${(error as Error).message})`
  if (code === 'EROFS')
    return `the disk is read-only: have it examined, then start again (${(error as Error).message})`
  return code === 'EACCES' ? (error as Error).message : null
}

function damaged({ message }: JournalDamaged): string {
  return `the journal is damaged (${message}): keep this folder, run "npm run verify", and restore the last backup (docs/administrateur.md, « Restaurer »)`
}

// The terminal's end may be a file on a full disk, or gone: what is said there is lost, and the server goes on.
process.stdout.on('error', () => {})

// `node --watch` asks every thread for its imports, on the line where the journal's worker gives its answers.
delete process.env['WATCH_REPORT_DEPENDENCIES']

try {
  await main()
} catch (error) {
  const sentence = sentenceFor(error)
  if (sentence === null) throw error
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
