/** `npm run recover`: a way back in when no administrator can sign in any more, for whoever holds the machine. */
import { Login } from '#shared/access/commands.ts'
import { recoverAdministrator } from '#server/access/recover.ts'
import { ConfigError, readConfig } from '#server/config.ts'
import { addressesOf } from '#server/http/addresses.ts'
import { openExistingJournal } from '#server/journal/open.ts'
import { systemClock } from '#server/lib/clock.ts'
import { readArguments } from './lib/arguments.ts'
import { run } from './lib/run.ts'

const help = `npm run recover -- IDENTIFIANT

Redonne un accès d'administration : montre un lien personnel, à usage unique, valable 7 jours, pour ce compte. Le compte
devient administrateur s'il ne l'était pas ; il est créé si l'identifiant est inconnu. La main courante le dit.
Gives administration back: shows a one-time personal link, valid for 7 days, for this account, which becomes an
administrator's if it was not, and is made if the login is unknown. The logbook tells it.

  --help   ceci / this

Arrêtez d'abord le serveur (sauf sur Redis). Mêmes réglages que lui, et sous le même utilisateur du système.
Stop the server first (not needed on Redis). Same settings as the server's, and the same system user.
  DATA_DIR (./data), MASTER_KEY_FILE, PUBLIC_BASE_URL, PORT (3000), BIND_HOST,
  ou / or JOURNAL=redis, REDIS_URL, NAMESPACE
`

/** Where the server will listen is its own setting: nothing tells it to this command. */
const elsewhere = `Si le serveur répond à une autre adresse (PORT, BIND_HOST), remplacez-en le début.
If the server answers at another address (PORT, BIND_HOST), replace its beginning.
`

function readLogin(given: readonly string[]): string {
  const login = Login.safeParse(given[0])
  if (login.success && given.length === 1) return login.data
  throw new ConfigError(
    `${given.join(' ') || '?'} : un seul identifiant, en minuscules, sans accent ni espace / one login, lower case, no accents`,
  )
}

async function main(): Promise<number> {
  const given = readArguments(help)
  if (given === null) return 0
  const login = readLogin(given)
  const config = readConfig(process.env)
  await using journal = await openExistingJournal(config, console.error)
  const token = await recoverAdministrator(journal, systemClock, login)
  const { url: origin } = addressesOf(config, { address: config.BIND_HOST, port: config.PORT })
  console.log(`Lien personnel de « ${login} », à usage unique, le serveur une fois démarré`)
  console.log(`One-time link for “${login}”, once the server runs:`)
  console.log(`\n  ${origin}/bienvenue#invitation=${token}\n`)
  if (config.PUBLIC_BASE_URL === null) console.log(elsewhere)
  return 0
}

await run(main)
