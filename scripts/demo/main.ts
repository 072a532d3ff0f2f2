/** `npm start -- --demo`: a fictional préfecture and an exercise that lives by itself, on the real server. */
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { roleLabels } from '#shared/access/labels.ts'
import { accountsFile, DemoRefused, ensureAccounts, type Account } from './accounts.ts'
import { playExercise } from './exercise.ts'
import { installationName } from './place.ts'
import { startServer } from './server.ts'

const dataDir = resolve(process.env['DATA_DIR'] ?? './data/demo')

async function main(): Promise<number> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const server = await startServer({
    INSTALLATION_NAME: installationName,
    LOG_LEVEL: 'warn',
    ...process.env,
    DATA_DIR: dataDir,
  })
  if (server === null) return 1
  const ending = new AbortController()
  const stop = () => {
    ending.abort()
    server.stop()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    const accounts = await ensureAccounts(dataDir, server)
    announce(server.url, accounts)
    await Promise.race([playExercise(server.url, accounts, ending.signal), server.ended])
    return await server.ended
  } catch (error) {
    // What the exercise was asking for when the server was told to stop.
    if (ending.signal.aborted) return await server.ended
    stop()
    if (!(error instanceof DemoRefused)) throw error
    console.error(error.message)
    return 1
  }
}

function announce(url: string, accounts: readonly Account[]): void {
  const shown = accounts.filter(({ isColleague }) => !isColleague)
  const width = Math.max(...shown.map(({ login }) => login.length)) + 2
  const lines = shown.map(
    ({ login, password, name, roles }) =>
      `  ${login.padEnd(width)}${password.padEnd(36)}${name} (${roles.map((role) => roleLabels[role].fr).join(', ')})`,
  )
  console.log(`
  ${installationName}

  Console CIP        ${url}/
  Page publique      ${url}/info

  Un exercice se joue tout seul. Entrez avec l'un de ces comptes :
  An exercise plays by itself. Sign in with any of these accounts:

${lines.join('\n')}

  Les mêmes dans / the same in ${accountsFile(dataDir)}
  Ctrl C pour arrêter ; la même commande reprend / to stop; the same command goes on
`)
}

// Consoles and their timers would hold the process after the server has ended.
process.exit(await main())
