/** The real server over a journal that hangs where a key is to be destroyed: it can be killed right there. */
import type { Journal } from '#server/journal/port.ts'
import { createApp } from '#server/app.ts'
import { readConfig } from '#server/config.ts'
import { openJournal } from '#server/journal/open.ts'
import { createLogger } from '#server/lib/logger.ts'

const config = readConfig(process.env)
const journal: Journal = await openJournal(config, () => {})
journal.forget = () => new Promise(() => {})
await createApp({ config, journal, logger: createLogger('error'), consoleFolder: null })
process.stdout.write('Données\n')
