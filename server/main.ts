/** The server's process: the only file that reads `process`. What cannot start says so before anything heavy is read. */
import { ConfigError, readConfig } from '#server/config.ts'
import { prepareDataFolder } from '#server/data-folder.ts'
import { ListenRefused } from '#server/http/listen.ts'
import { JournalDamaged, JournalRefused, JournalUnavailable } from '#server/journal/port.ts'
import { MasterKeyRefused } from '#server/lib/master-key.ts'

// What is still running then is cut: whoever stops the server waits for it.
const closingMs = 4_500

async function main(): Promise<void> {
  const config = readConfig(process.env)
  prepareDataFolder(config.DATA_DIR)
  const { announcement, serve } = await import('#server/serve.ts')
  const app = await serve(config)
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
  process.stdout.write(announcement(app, config))
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
