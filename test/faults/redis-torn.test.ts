import { createSecretKey, randomBytes } from 'node:crypto'
import { createClient } from 'redis'
import { expect, test } from 'vitest'
import type { Draft } from '#shared/journal/entry.ts'
import type { Journal } from '#server/journal/port.ts'
import { openRedisJournal } from '#server/journal/redis.ts'
import { redisRows } from '#server/journal/stored-rows.ts'
import { verifyChain } from '#server/journal/verify-chain.ts'
import { noted, sealed } from '../support/drafts.ts'
import { RedisServer } from '../support/redis-server.ts'
import { untilAvailable } from '../support/until-available.ts'

const namespace = 'torn'
const masterKey = createSecretKey(randomBytes(32))

async function open({ url }: RedisServer): Promise<Journal> {
  const options = { url, namespace, masterKey: () => masterKey, declaredDurable: false }
  return (await openRedisJournal(options)).journal
}

/** Redis dies as if the machine did when `part` (0 to 1) of what `write` asks for was in its file, and starts again. */
async function tear(redis: RedisServer, part: number, write: () => Promise<unknown>): Promise<void> {
  const before = await redis.written()
  await write()
  const after = await redis.written()
  await redis.kill()
  await redis.cut(before + Math.floor((after - before) * part))
  await redis.restart()
}

/** A second start carries out what the first left lying in the file. */
async function startAgain(redis: RedisServer): Promise<void> {
  await redis.kill()
  await redis.restart()
}

async function expectWhole(redis: RedisServer, journal: Journal, drafts: readonly Draft[]): Promise<void> {
  const entries = await journal.read(0, 100)
  expect(entries).toEqual(drafts.map((draft, i) => ({ ...draft, seq: i + 1, hash: entries[i]?.hash })))
  const sound = { sound: drafts.length, broken: null }
  expect(await verifyChain(redisRows(redis.url, namespace))).toMatchObject(sound)
}

test('[J62] Redis torn anywhere within a batch keeps what it had acknowledged and what it acknowledges later', async () => {
  const first = [noted(1), sealed(2, 7)]
  const torn = [sealed(3, 8), noted(4), sealed(5, 9), noted(6)] as const
  // In the torn batch's places, one of its subjects among them.
  const later = [noted(13), sealed(14, 8), noted(15), sealed(16, 10)]
  const heads = new Set<number>()
  for (let part = 0; part < 1; part += 1 / 24) {
    await using redis = await RedisServer.start()
    {
      await using journal = await open(redis)
      await journal.append(first, 0)
      await tear(redis, part, async () => {
        await journal.append(torn, 2)
        // What follows on the same connection is answered once the index is written too.
        await journal.head()
      })
    }
    const stored: Draft[] = [...first]
    {
      await using journal = await open(redis)
      const head = await journal.head()
      heads.add(head)
      if (head > 2) stored.push(...torn)
      expect(await journal.append(later, head)).toMatchObject({ status: 'appended' })
      stored.push(...later)
    }
    await startAgain(redis)
    await using journal = await open(redis)
    await expectWhole(redis, journal, stored)
    const again = await journal.append(torn, stored.length)
    expect(again.status).toBe(stored.includes(torn[0]) ? 'repeated' : 'appended')
  }
  // Whole or absent, and both were met.
  expect([...heads]).toEqual([2, 6])
})

test('[J63] what a crash tore of another program’s transaction swallows nothing of the journal', async () => {
  for (let part = 0; part < 1; part += 1 / 8) {
    await using redis = await RedisServer.start()
    await using journal = await open(redis)
    await journal.append([noted(1)], 0)
    const other = await createClient({ url: redis.url })
      .on('error', () => {})
      .connect()
    await tear(redis, part, () => other.multi().set('a', '1').set('b', '2').exec())
    other.destroy()
    // By the node that was there before.
    const append = (draft: Draft, head: number) => untilAvailable(() => journal.append([draft], head))
    expect(await append(sealed(2, 7), 1)).toMatchObject({ status: 'appended' })
    await startAgain(redis)
    expect(await append(noted(3), 2)).toMatchObject({ status: 'appended' })
    await expectWhole(redis, journal, [noted(1), sealed(2, 7), noted(3)])
  }
})
