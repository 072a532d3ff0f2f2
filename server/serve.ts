/** A server from its configuration, and what it says of itself once it runs. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Lack } from '#shared/publicsite/installation.ts'
import { createApp, type App } from '#server/app.ts'
import type { Config } from '#server/config.ts'
import { openJournal } from '#server/journal/open.ts'
import { createLogger } from '#server/lib/logger.ts'

/** The data folder is there already (`prepareDataFolder`). */
export async function serve(config: Config): Promise<App> {
  const logger = createLogger(config.LOG_LEVEL)
  const journal = await openJournal(config, (sentence) => logger.warn(sentence))
  return createApp({ config, journal, logger, consoleFolder: builtConsole() })
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

/** What the terminal shows of a server that has started. */
export function announcement({ url, setUpUrl, lacks, watchUrl }: App, { DATA_DIR }: Config): string {
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
  return `${lines.join('\n')}\n`
}
