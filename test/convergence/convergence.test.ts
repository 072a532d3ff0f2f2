import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Role } from '#shared/access/roles.ts'
import type { CrisisId } from '#shared/lib/id.ts'
import { HeadlessConsole } from '#scripts/headless/headless-console.ts'
import { createRandom, type Random } from '#scripts/lib/random.ts'
import { sessionOf } from '../support/accounts.ts'
import { TestApp } from '../support/app.ts'
import { openCrisis } from '../support/crises.ts'
import { expectedOf, readAll } from '../support/fold.ts'
import { freePort } from '../support/free-port.ts'
import { member } from '../support/members.ts'
import { content, logCall, odile } from '../support/sheets.ts'

/** Of four audiences: with and without the members' contacts, with and without the callers. */
const desks: readonly Role[] = ['switchboard', 'roomLead', 'teamLead', 'callTaker', 'comms', 'hr']
const steps = 120

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cip-convergence-'))
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }))

type World = {
  app: TestApp
  readonly start: () => Promise<TestApp>
  readonly consoles: readonly HeadlessConsole[]
  readonly crises: readonly CrisisId[]
}

async function createWorld(): Promise<World> {
  const environment = { PORT: String(await freePort()) }
  const start = () => TestApp.start({ journal: 'sqlite', dataDir: folder, environment })
  const app = await start()
  const connect = (role: Role) => HeadlessConsole.connect(sessionOf(app.url, role), { retryMs: 20 })
  const consoles = await Promise.all(desks.map(connect))
  const [switchboard] = consoles
  if (switchboard === undefined) throw new Error('no console')
  const crises = [await openCrisis(switchboard), await openCrisis(switchboard, 'real')]
  await Promise.all(consoles.map((console, n) => console.follow(crises[n % 2] ?? null)))
  return { app, start, consoles, crises }
}

/** One thing that happens on a night: mostly work, sometimes a fault. Work is not awaited: it overlaps with what follows. */
async function happen(world: World, random: Random, said: Promise<unknown>[]): Promise<void> {
  const console = random.pick(world.consoles)
  const chance = random.next()
  if (chance < 0.02) {
    await world.app.stop()
    world.app = await world.start()
  } else if (chance < 0.1) console.cut()
  else if (chance < 0.25) console.open()
  else if (chance < 0.32)
    console.follow(random.pick([...world.crises, ...world.crises, null])).catch(() => {})
  else said.push(work(console, random))
  // A turn of the event loop: answers come in between.
  await new Promise(setImmediate)
}

function work(console: HeadlessConsole, random: Random): Promise<unknown> {
  const call = logCall({ content: content({ startedAt: Date.now() - 60_000 }), personal: odile })
  const added = member(random.below(500))
  return console.submit(
    random.pick([
      { type: 'journal.note', text: `ligne ${random.below(1_000)}`, happenedAt: null },
      call,
      { type: 'callin.takeNext' },
      { type: 'roster.import', members: [{ id: null, member: added }], remove: [] },
      {
        type: 'activation.changePhase',
        phase: random.pick(['active', 'reinforced', 'standby']),
        reason: 'essai',
      },
    ]),
  )
}

/** Everybody is back, everything said has its outcome, and the last word has reached all. */
async function settle(world: World, said: readonly Promise<unknown>[]): Promise<void> {
  const { consoles } = world
  for (const console of consoles) console.open()
  await Promise.all(said)
  for (const console of consoles) {
    await console.until(
      () => console.isLoaded && console.outbox.every(({ refusal }) => refusal !== null),
      30_000,
    )
  }
  const head = await world.app.journal.head()
  for (const console of consoles) await console.until(() => console.state.seq === head)
}

test.each([1, 2, 3])(
  '[N12] whatever happens on the way, all consoles end equal to the journal (seed %i)',
  async (seed) => {
    const world = await createWorld()
    const random = createRandom(seed)
    const said: Promise<unknown>[] = []
    try {
      for (let n = 0; n < steps; n += 1) await happen(world, random, said)
      await settle(world, said)
      const entries = await readAll(world.app.journal)
      // Not vacuous: beside the accounts' entries, much of the work was done.
      expect(entries.length).toBeGreaterThan(80)
      for (const console of world.consoles) expect(console.state).toEqual(expectedOf(console, entries))
    } finally {
      for (const console of world.consoles) console.close()
      await world.app.stop()
    }
  },
)
