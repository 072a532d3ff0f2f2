import { createSecretKey, randomBytes } from 'node:crypto'
import { createClient, RESP_TYPES } from 'redis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noteErased } from '#server/journal/erased-list.ts'
import { type Journal, JournalDamaged, JournalRefused, JournalUnavailable } from '#server/journal/port.ts'
import { openRedisJournal, type RedisJournalOptions } from '#server/journal/redis.ts'
import { eraseAgain } from '#server/privacy/erase-again.ts'
import type { Entry } from '#shared/journal/entry.ts'
import { commandId, noted, personId, sealed } from '../support/drafts.ts'
import { RedisServer } from '../support/redis-server.ts'
import { untilAvailable } from '../support/until-available.ts'
import {
  durableJournalContract,
  journalContract,
  type JournalHome,
  personalOf,
  temporaryFolder,
} from './journal.contract.ts'

let server: RedisServer
beforeAll(async () => {
  server = await RedisServer.start()
})
afterAll(() => server[Symbol.asyncDispose]())

let namespaces = 0
function optionsOf({ url }: RedisServer): RedisJournalOptions {
  const masterKey = createSecretKey(randomBytes(32))
  return { url, namespace: `test${++namespaces}`, masterKey: () => masterKey, declaredDurable: false }
}

async function open(options: RedisJournalOptions): Promise<Journal> {
  return (await openRedisJournal(options)).journal
}

async function makeHome(): Promise<JournalHome> {
  const options = optionsOf(server)
  return { open: () => open(options), [Symbol.asyncDispose]: async () => {} }
}

journalContract(makeHome)
durableJournalContract(makeHome)

async function command(url: string, ...args: readonly string[]): Promise<unknown> {
  const client = await createClient({ url }).connect()
  try {
    return await client.sendCommand([...args])
  } finally {
    client.destroy()
  }
}

test('[J30] two nodes that append at once make one journal: every batch once, in one order for both', async () => {
  const options = optionsOf(server)
  await using alice = await open(options)
  await using bob = await open(options)
  await Promise.all([appendAll(alice, 1, 100), appendAll(bob, 101, 200)])
  const entries = await alice.read(0, 1000)
  expect(await bob.read(0, 1000)).toEqual(entries)
  expect(new Set(entries.map((entry) => entry.command)).size).toBe(200)
  expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
})

test('[J161] of nodes that start at once on a Redis put back each erasure owed is recorded again once', async () => {
  using lists = temporaryFolder()
  const options = optionsOf(server)
  await using first = await open(options)
  await first.append([sealed(1, 7), sealed(2, 8)], 0)
  noteErased(
    lists.path,
    [7, 8].map((n) => ({ seq: 500 + n, subject: personId(n) })),
  )
  await using second = await open(options)
  await using third = await open(options)
  const nodes = [first, second, third]
  const done = await Promise.all(
    nodes.map((node) =>
      eraseAgain({ journal: node, folder: lists.path, masterKey: options.masterKey(true) }),
    ),
  )
  expect(done.toSorted((a, b) => a - b)).toEqual([0, 0, 2])
  const entries = await third.read(0, 20)
  expect(entries.filter(({ event }) => event.type === 'privacy.erased')).toHaveLength(2)
  expect(entries.slice(0, 2).map(personalOf)).toEqual([null, null])
})

async function appendAll(journal: Journal, from: number, to: number): Promise<void> {
  for (let n = from, head = 0; n <= to;) {
    const outcome = await journal.append([n % 2 === 0 ? sealed(n, n) : noted(n)], head)
    if (outcome.status === 'repeated') throw new Error('appended twice')
    head = outcome.status === 'appended' ? head + 1 : outcome.head
    if (outcome.status === 'appended') n++
  }
}

test('[J30] a command that reaches two nodes at once is stored once', async () => {
  const options = optionsOf(server)
  await using alice = await open(options)
  await using bob = await open(options)
  for (let n = 1; n <= 50; n++) {
    const same = [sealed(n, n), noted(100 + n)]
    const outcomes = await Promise.all([alice.append(same, 2 * n - 2), bob.append(same, 2 * n - 2)])
    expect(outcomes.filter(({ status }) => status === 'appended').length).toBe(1)
    expect(await alice.append(same, 2 * n)).toMatchObject({ status: 'repeated' })
    expect(await bob.entriesOf(commandId(n))).toEqual(await alice.read(2 * n - 2, 1))
  }
  expect(await bob.head()).toBe(100)
})

test('[J31] a node sees what another appends, and a command retried there is recognised', async () => {
  const options = optionsOf(server)
  await using alice = await open(options)
  await using bob = await open(options)
  const stop = new AbortController()
  const following = bob.follow(0, stop.signal)[Symbol.asyncIterator]()
  const next = following.next()
  await alice.append([noted(1), sealed(2, 7)], 0)
  expect((await next).value).toEqual(await alice.read(0, 2))
  expect(await bob.append([noted(1)], 0)).toEqual({ status: 'repeated', commands: [commandId(1)] })
  expect(await bob.append([noted(3)], 2)).toMatchObject({ status: 'appended' })
  stop.abort()
})

test('[J31] a command whose node died before it was in the index is recognised, and put there with the next', async () => {
  const options = optionsOf(server)
  await using journal = await open(options)
  await journal.append([noted(1)], 0)
  await journal.append([noted(2), noted(3)], 1)
  await journal.head()
  const index = `{${options.namespace}}:index`
  const late = [`c:${commandId(2)}`, `c:${commandId(3)}`]
  expect(await command(server.url, 'HDEL', index, ...late)).toBe(2)
  await command(server.url, 'HSET', index, 'noted', '1')
  const repeated = { status: 'repeated', commands: [commandId(1), commandId(3)] }
  expect(await journal.append([noted(1), noted(3)], 3)).toEqual(repeated)
  expect(await journal.entriesOf(commandId(3))).toEqual(await journal.read(2, 1))
  expect(await journal.entriesOf(commandId(4))).toEqual([])
  await journal.append([noted(4)], 3)
  await journal.head()
  expect(await command(server.url, 'HMGET', index, ...late, 'noted')).toEqual(['2-2', '3-3', '4'])
})

test('[J32] an erasure on one node holds on the other, for reading and for what it seals next', async () => {
  const options = optionsOf(server)
  await using alice = await open(options)
  await using bob = await open(options)
  await alice.append([sealed(1, 7)], 0)
  expect((await bob.read(0, 1)).map(personalOf)).toEqual([{ verifier: 'secret 1' }])
  await alice.forget([{ subject: personId(7) }])
  expect((await bob.read(0, 1)).map(personalOf)).toEqual([null])
  await alice.append([sealed(2, 7)], 1)
  await bob.append([sealed(3, 7)], 2)
  const expected = [null, { verifier: 'secret 2' }, { verifier: 'secret 3' }]
  expect((await bob.read(0, 3)).map(personalOf)).toEqual(expected)
  await bob.forget([{ subject: personId(7) }])
  await alice.append([sealed(4, 7)], 3)
  expect((await bob.read(0, 4)).map(personalOf)).toEqual([null, null, null, { verifier: 'secret 4' }])
})

test('[J33] a Redis that keeps nothing on disk is refused with the sentence that mends it', async () => {
  await using volatile = await RedisServer.start(['--appendonly', 'no'])
  const options = optionsOf(volatile)
  const opening = open(options)
  await expect(opening).rejects.toThrow(JournalRefused)
  await expect(opening).rejects.toThrow(/appendonly is off.*run "CONFIG SET appendonly yes"/)
  await using declared = await open({ ...options, declaredDurable: true })
  expect(await declared.head()).toBe(0)
  await command(volatile.url, 'CONFIG', 'SET', 'appendonly', 'yes')
  await using mended = await open(options)
  expect(await mended.head()).toBe(0)
})

test('[J34] a Redis that may lose the last second is used with a warning, one that may evict is refused', async () => {
  await using weak = await RedisServer.start(['--appendfsync', 'everysec'])
  const { journal, warnings } = await openRedisJournal(optionsOf(weak))
  await using _ = journal
  expect(warnings).toEqual([expect.stringMatching(/appendfsync everysec.*CONFIG SET appendfsync always/)])
  await command(weak.url, 'CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru')
  await expect(open(optionsOf(weak))).rejects.toThrow(/maxmemory-policy noeviction/)
})

test('[J35] where CONFIG is denied the append-only file is still seen, and the rest is a warning', async () => {
  await using managed = await RedisServer.start(['--rename-command', 'CONFIG', ''])
  const { journal, warnings } = await openRedisJournal(optionsOf(managed))
  await using _ = journal
  expect(warnings).toEqual([expect.stringMatching(/does not tell its appendfsync/)])
})

test('[J36] while Redis is away nothing is acknowledged; when it is back all goes on by itself', async () => {
  await using redis = await RedisServer.start()
  await using journal = await open(optionsOf(redis))
  const stop = new AbortController()
  const seen: number[] = []
  const following = (async () => {
    for await (const entries of journal.follow(0, stop.signal)) {
      seen.push(...entries.map((entry) => entry.seq))
      if (seen.length >= 3) return
    }
  })()
  await journal.append([noted(1), noted(2)], 0)
  await redis.kill()
  await expect(journal.append([sealed(3, 7)], 2)).rejects.toThrow(JournalUnavailable)
  await expect(journal.read(0, 1)).rejects.toThrow(/does not answer/)
  await expect(journal.probe()).rejects.toThrow(JournalUnavailable)
  await redis.restart()
  expect(await untilAvailable(() => journal.append([sealed(3, 7)], 2))).toMatchObject({ status: 'appended' })
  await following
  expect(seen).toEqual([1, 2, 3])
  expect(await journal.entriesOf(commandId(3))).toEqual(await journal.read(2, 1))
})

test('[J37] a Redis that comes back with less than was acknowledged is entrusted with nothing', async () => {
  await using redis = await RedisServer.start()
  const options = optionsOf(redis)
  await using journal = await open(options)
  await journal.append([noted(1)], 0)
  await journal.append([noted(2)], 1)
  await command(redis.url, 'XDEL', `{${options.namespace}}:journal`, '2-0')
  await redis.kill()
  await redis.restart()
  await expect(untilAvailable(() => journal.append([noted(3)], 1))).rejects.toThrow(
    /came back with 1 entries where 2 were acknowledged/,
  )
  await expect(journal.probe()).rejects.toThrow(/lost data/)
})

/** As if Redis had been put back from a copy made when it held so many entries, with its connections kept. */
async function putBack({ namespace, url }: RedisJournalOptions, kept: number, head: number): Promise<void> {
  const journal = `{${namespace}}:journal`
  for (let seq = kept + 1; seq <= head; seq++) {
    await command(url, 'XDEL', journal, `${seq}-0`)
    await command(url, 'HDEL', `{${namespace}}:index`, `c:${commandId(seq)}`)
  }
  await command(url, 'XSETID', journal, `${kept}-0`)
  await command(url, 'HSET', `{${namespace}}:index`, 'noted', String(kept))
}

test('[J123] on a Redis put back and written since, a node that knew more stores and follows nothing, and says why', async () => {
  const options = optionsOf(server)
  await using alice = await open(options)
  await using bob = await open(options)
  const stop = new AbortController()
  const seen: Entry[] = []
  const following = (async () => {
    for await (const entries of bob.follow(0, stop.signal)) seen.push(...entries)
  })()
  await alice.append([noted(1)], 0)
  await alice.append([noted(2)], 1)
  await expect.poll(() => seen.length).toBe(2)
  await putBack(options, 1, 2)
  // Shorter than what they know: nobody stores on it.
  await expect(alice.append([noted(3)], 2)).rejects.toThrow(/1 entries where 2 were acknowledged/)
  await expect(bob.head()).rejects.toThrow(JournalUnavailable)

  // A node that starts now knows nothing else, and goes on.
  await using carol = await open(options)
  expect(await carol.append([noted(4)], 1)).toMatchObject({ status: 'appended' })
  expect(await carol.append([noted(5)], 2)).toMatchObject({ status: 'appended' })
  await expect(alice.append([noted(6)], 2)).rejects.toThrow(
    /put back to an earlier state.*restart every node/,
  )
  await expect(alice.read(2, 10)).rejects.toThrow(JournalUnavailable)
  await expect(bob.append([noted(7)], 3)).rejects.toThrow(JournalUnavailable)
  await expect(bob.head()).rejects.toThrow(/its entry 2 is not the one/)
  await expect(bob.probe()).rejects.toThrow(JournalUnavailable)
  stop.abort()
  await following
  expect(seen.map(({ command: id }) => id)).toEqual([1, 2].map(commandId))
  expect((await carol.read(0, 10)).map(({ command: id }) => id)).toEqual([1, 4, 5].map(commandId))

  await using restarted = await open(options)
  expect(await restarted.append([noted(6)], 3)).toMatchObject({ status: 'appended' })
  expect(await carol.append([noted(8)], 4)).toMatchObject({ status: 'appended' })
})

test('[J38] where nodes may not announce what they store, they read it from the stream', async () => {
  await using redis = await RedisServer.start()
  await command(redis.url, 'ACL', 'SETUSER', 'default', 'resetchannels')
  const options = optionsOf(redis)
  await using alice = await open(options)
  await using bob = await open(options)
  const stop = new AbortController()
  const next = bob.follow(0, stop.signal)[Symbol.asyncIterator]().next()
  expect(await alice.append([sealed(1, 7)], 0)).toMatchObject({ status: 'appended' })
  expect((await next).value).toEqual(await alice.read(0, 1))
  stop.abort()
})

test('[J17] an entry that this program cannot have written is reported as damage to reader and follower', async () => {
  const options = optionsOf(server)
  await using journal = await open(options)
  const following = journal.follow(0, new AbortController().signal)[Symbol.asyncIterator]().next()
  const damage = expect(following).rejects.toThrow(JournalDamaged)
  await command(server.url, 'XADD', `{${options.namespace}}:journal`, '1-0', 'e', 'rien', 'h', 'rien')
  await damage
  await expect(journal.read(0, 1)).rejects.toThrow(/the batch up to entry 1 is cut short/)
})

test('[J15] a journal sealed with another master key is refused in words', async () => {
  const options = optionsOf(server)
  await using _ = await open(options)
  const opening = open({ ...options, masterKey: () => createSecretKey(randomBytes(32)) })
  await expect(opening).rejects.toThrow(/another master key: give every node the same MASTER_KEY_FILE/)
})

test('[J12] personal data never reaches Redis unsealed, nor what the nodes announce', async () => {
  const options = optionsOf(server)
  await using journal = await open(options)
  const listener = await createClient({ url: server.url }).connect()
  const announced = new Promise<string>((resolve) => {
    void listener.subscribe(`{${options.namespace}}:announced`, resolve)
  })
  await journal.append([noted(1, 'ligne publique'), sealed(2, 7, 'numéro confidentiel')], 0)
  const stored = JSON.stringify(
    await command(server.url, 'XRANGE', `{${options.namespace}}:journal`, '-', '+'),
  )
  expect(stored).toContain('ligne publique')
  expect(stored).not.toContain('confidentiel')
  expect(await announced).not.toContain('confidentiel')
  listener.destroy()
})

test('[J129] destroyed keys leave no bytes in the files of Redis, which are written anew once for all of them', async () => {
  // Compressed, no key would be found in them, destroyed or not.
  await using redis = await RedisServer.start(['--rdbcompression', 'no'])
  const options = optionsOf(redis)
  await using journal = await open(options)
  await journal.append([sealed(1, 7), sealed(2, 8), sealed(3, 9)], 0)
  const client = await createClient({ url: redis.url })
    .withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
    .connect()
  const keyOf = async (n: number) => {
    const key = await client.hGet(`{${options.namespace}}:index`, `s:${personId(n)}`)
    return key as unknown as Buffer
  }
  const [erased, kept, erasedToo] = [await keyOf(7), await keyOf(8), await keyOf(9)]
  client.destroy()
  expect((await redis.bytes()).includes(erased)).toBe(true)
  await journal.forget([{ subject: personId(7) }, { subject: personId(9) }])
  expect(await command(redis.url, 'INFO', 'commandstats')).toMatch(/cmdstat_bgrewriteaof:calls=1,/)
  const bytes = await redis.bytes()
  expect(bytes.includes(erased) || bytes.includes(erasedToo)).toBe(false)
  expect(bytes.includes(kept)).toBe(true)
  expect((await journal.read(0, 2)).map(personalOf)).toEqual([null, { verifier: 'secret 2' }])
})

test('[J130] a journal of the form before is told as such in one sentence, not as damage', async () => {
  const options = optionsOf(server)
  await using journal = await open(options)
  const stream = `{${options.namespace}}:journal`
  await command(
    server.url,
    'XADD',
    stream,
    '1-0',
    'b',
    '{"event":{"type":"journal.noted"}}',
    'h',
    'x'.repeat(32),
  )
  const reading = journal.read(0, 10)
  await expect(reading).rejects.toThrow(JournalRefused)
  await expect(reading).rejects.toThrow(/written by an earlier version .* nothing is damaged/)
})
