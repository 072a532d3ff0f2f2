import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Role } from '#shared/access/roles.ts'
import { readConfig } from '#server/config.ts'
import { openJournal } from '#server/journal/open.ts'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { createRandom } from '#scripts/lib/random.ts'
import { sessionOf } from '../support/accounts.ts'
import { openCrisis } from '../support/crises.ts'
import { expectedOf, readAll } from '../support/fold.ts'
import { ServerProcess } from '../support/process.ts'
import { RedisServer } from '../support/redis-server.ts'
import { Storm } from './storm.ts'

const kills = 20
/** Roles of three audiences, who all may write in the logbook and log calls. */
const desks: readonly Role[] = ['roomLead', 'callTaker', 'specialist']

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-kill-'))
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }))

type Settings = Readonly<Record<string, string>>

async function stormAndKill(settings: Settings, seed: number) {
  const random = createRandom(seed)
  const environment = { DATA_DIR: folder, ...settings }
  await using server = await ServerProcess.start(environment)
  const connect = (role: Role) => HeadlessConsole.connect(sessionOf(server.url, role), { retryMs: 50 })
  const consoles = await Promise.all(desks.map(connect))
  const [lead] = consoles
  if (lead === undefined) throw new Error('no console')
  const crisis = await openCrisis(lead)
  await Promise.all(consoles.map((console) => console.follow(crisis)))
  const storm = new Storm(consoles)
  storm.start()
  for (let n = 0; n < kills; n += 1) {
    await storm.acknowledgements(1 + random.below(60))
    await server.kill('SIGKILL')
    await server.start()
  }
  const head = await storm.end()
  await Promise.all(consoles.map((console) => console.until(() => console.state.seq >= head)))
  await server.kill('SIGTERM')
  await using journal = await openJournal(readConfig(environment), () => {})
  const entries = await readAll(journal)
  for (const console of consoles) console.close()
  return { storm, consoles, entries }
}

function expectNothingLost({ storm, consoles, entries }: Awaited<ReturnType<typeof stormAndKill>>) {
  const said = entries.filter(({ event }) => event.type === 'journal.noted' || event.type === 'calls.logged')
  const stored = said.map(({ command }) => command)
  expect(new Set(stored).size).toBe(stored.length)
  expect(new Set(stored)).toEqual(storm.submitted)
  // Not vacuous: the kills fell into a storm.
  expect(storm.acknowledged.size).toBeGreaterThan(kills)
  for (const console of consoles) expect(console.state).toEqual(expectedOf(console, entries))
}

/** Twenty starts of a server, on a machine that has other things to do (ms). */
const patience = { timeout: 300_000 }

test(
  '[N7] killed twenty times in a storm, SQLite: all that was acknowledged is there, nothing twice',
  patience,
  async () => {
    expectNothingLost(await stormAndKill({}, 0x51))
  },
)

test(
  '[N7] killed twenty times in a storm, Redis: all that was acknowledged is there, nothing twice',
  patience,
  async () => {
    await using redis = await RedisServer.start()
    expectNothingLost(await stormAndKill({ JOURNAL: 'redis', REDIS_URL: redis.url }, 0x52))
  },
)
