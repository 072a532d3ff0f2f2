import { spawn } from 'node:child_process'
import { createSecretKey, randomBytes } from 'node:crypto'
import { on, once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Journal } from '#server/journal/port.ts'
import { openRedisJournal } from '#server/journal/redis.ts'
import { openSqliteJournal } from '#server/journal/sqlite.ts'
import { redisRows, sqliteRows } from '#server/journal/stored-rows.ts'
import type { StoredEntry } from '#server/journal/stored.ts'
import { verifyChain } from '#server/journal/verify-chain.ts'
import { createRandom } from '#scripts/lib/random.ts'
import { compileCache } from '../support/compile-cache.ts'
import { RedisServer } from '../support/redis-server.ts'
import { batch } from './journal-storm.ts'

const rounds = 20
/** For the next acknowledgement, on a machine that is busy with other things (ms). */
const patience = 30_000
const key = randomBytes(32)

interface Storm extends AsyncDisposable {
  /** Resolves once batch `n` is acknowledged. */
  acknowledged(n: number): Promise<void>
  /** Kills the process; the last batch it was told is stored. */
  kill(): Promise<number>
}

/** The storm in a process of its own, beginning with batch `from`. */
function startStorm(kind: 'sqlite' | 'redis', place: string, from: number): Storm {
  const script = join(import.meta.dirname, 'journal-storm.ts')
  const args = [script, kind, place, key.toString('hex'), String(from)]
  const env = { ...process.env, ...compileCache }
  const child = spawn('node', args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const closed = once(lines, 'close')
  let last = from - 1
  lines.on('line', (line) => (last = Number(line)))
  const kill = async () => {
    child.kill('SIGKILL')
    await Promise.all([exit, closed])
    return last
  }
  return {
    acknowledged: async (n) => {
      if (last >= n) return
      const signal = AbortSignal.timeout(patience)
      for await (const _ of on(lines, 'line', { close: ['close'], signal })) if (last >= n) return
      throw new Error(`the storm ended by itself after batch ${last}`)
    },
    kill,
    [Symbol.asyncDispose]: async () => void (await kill()),
  }
}

/** Every acknowledged batch is there, whole and in place; nothing is there twice; the chain holds. */
async function expectWhole(
  journal: Journal,
  rows: AsyncIterable<readonly StoredEntry[]>,
  last: number,
): Promise<void> {
  const entries = await journal.read(0, 1_000_000)
  const stored = entries.map((entry) => entry.command)
  expect(new Set(stored).size).toBe(stored.length)
  const acknowledged: string[] = []
  for (let n = 1; n <= last; n++) acknowledged.push(...batch(n).map((draft) => draft.command))
  expect(stored.slice(0, acknowledged.length)).toEqual(acknowledged)
  // Beyond, at most what was under way: whole batches.
  const beyond = stored.slice(acknowledged.length)
  for (let n = last + 1; beyond.length > 0; n++) {
    const drafts = batch(n)
    expect(beyond.splice(0, drafts.length)).toEqual(drafts.map((draft) => draft.command))
  }
  expect(await verifyChain(rows)).toMatchObject({ sound: entries.length, broken: null })
}

test('[J60] SQLite: a writer killed at any moment loses nothing acknowledged and stores nothing twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'storm-'))
  const random = createRandom(60)
  let last = 0
  for (let round = 0; round < rounds; round++) {
    await using storm = startStorm('sqlite', folder, last + 1)
    await storm.acknowledged(last + 1 + random.below(100))
    await pause(random.below(5))
    last = await storm.kill()
    await using journal = await openSqliteJournal({ folder, masterKey: createSecretKey(key) })
    await expectWhole(journal, sqliteRows(folder), last)
  }
  await rm(folder, { recursive: true })
})

test('[J61] Redis: a node or Redis itself killed at any moment loses nothing acknowledged and stores nothing twice', async () => {
  await using server = await RedisServer.start()
  const random = createRandom(61)
  const options = {
    url: server.url,
    namespace: 'storm',
    masterKey: () => createSecretKey(key),
    declaredDurable: false,
  }
  let last = 0
  for (let round = 0; round < rounds; round++) {
    await using storm = startStorm('redis', server.url, last + 1)
    await storm.acknowledged(last + 1 + random.below(100))
    await pause(random.below(5))
    if (round % 2 === 0) {
      await server.kill()
      await server.restart()
    }
    // Every fourth round the node outlives Redis and goes on by itself before it is killed too.
    if (round % 4 === 0) await storm.acknowledged(last + 200 + random.below(100))
    last = await storm.kill()
    const { journal } = await openRedisJournal(options)
    await using _ = journal
    await expectWhole(journal, redisRows(server.url, 'storm'), last)
  }
})
