import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { acceptInvitation, post, setUp, type Session } from '../headless/session.ts'
import { administrator, cast, type Person } from './cast.ts'

export type Account = Person & Readonly<{ password: string }>

/** What the demonstration needs of the folder is missing; the message says what to do. */
export class DemoRefused extends Error {
  override readonly name = 'DemoRefused'
}

export function accountsFile(dataDir: string): string {
  return join(dataDir, 'demo-accounts.json')
}

/** Accounts of an earlier run, or new ones made through the one-time link as an administrator would. */
export async function ensureAccounts(
  dataDir: string,
  server: Readonly<{ url: string; setUpToken: string | null }>,
): Promise<readonly Account[]> {
  const file = accountsFile(dataDir)
  if (existsSync(file)) {
    const { accounts } = JSON.parse(readFileSync(file, 'utf8')) as { accounts: readonly Account[] }
    // It may run on another port than the day before.
    keep(file, server.url, accounts)
    return accounts
  }
  if (server.setUpToken === null) {
    throw new DemoRefused(
      `${dataDir} : un journal sans demo-accounts.json. Donnez à la démonstration un dossier à elle (DATA_DIR).\n` +
        `${dataDir}: a journal without demo-accounts.json. Give the demonstration a folder of its own (DATA_DIR).`,
    )
  }
  const accounts = cast.map((person) => ({ ...person, password: drawPassword() }))
  // Before the accounts are made: if this is cut short, the passwords of those that exist are not lost.
  keep(file, server.url, accounts)
  await createAll(accounts, server.url, server.setUpToken)
  return accounts
}

function keep(file: string, url: string, accounts: readonly Account[]): void {
  writeFileSync(file, `${JSON.stringify({ url, accounts }, null, 2)}\n`, { mode: 0o600 })
}

async function createAll(accounts: readonly Account[], url: string, token: string): Promise<void> {
  const first = accounts.find(({ login }) => login === administrator.login)
  if (first === undefined) throw new Error('the cast has no administrator')
  const { login, name, password } = first
  const session = await setUp(url, { token, login, name, password })
  for (const account of accounts) if (account !== first) await create(session, account)
}

async function create(administrator: Session, { login, name, roles, password }: Account): Promise<void> {
  const { token } = await post<{ token: string }>(administrator, '/api/access/accounts', {
    login,
    name,
    roles,
  })
  await acceptInvitation(administrator.url, token, password)
}

const words = [
  'rivière', 'tilleul', 'ardoise', 'falaise', 'verger', 'clocher', 'saule', 'passerelle', 'moulin', 'bruyère',
  'hirondelle', 'lavoir', 'sentier', 'noisette', 'écluse', 'marjolaine',
] // prettier-ignore

/** Easily typed from a terminal: accents left out, three words and two digits. */
function drawPassword(): string {
  const drawn = Array.from({ length: 3 }, () => words[randomInt(words.length)] ?? 'saule')
  return `${drawn.join('-').normalize('NFD').replaceAll(/\p{M}/gu, '')}-${randomInt(10, 100)}`
}
