/**
 * A process that appends as fast as it can, to be killed: `node journal-storm.ts sqlite FOLDER KEY FROM` or
 * `… redis URL KEY FROM`. It sends the numbered batches from FROM on, three under way at a time, and writes a batch's
 * number once it is acknowledged (as appended, or as known from before). While the journal is unavailable it tries again.
 */
import { createSecretKey } from 'node:crypto'
import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Draft } from '#shared/journal/entry.ts'
import { type Journal, JournalUnavailable } from '#server/journal/port.ts'
import { openRedisJournal } from '#server/journal/redis.ts'
import { openSqliteJournal } from '#server/journal/sqlite.ts'
import { noted, sealed } from '../support/drafts.ts'

const largest = 8

/** The same in every process: batch `n` holds 1 to 8 commands of its own, every third sealed. */
export function batch(n: number): readonly Draft[] {
  const first = n * largest
  return Array.from({ length: 1 + (n % largest) }, (_, i) =>
    (first + i) % 3 === 0 ? sealed(first + i, first + i) : noted(first + i),
  )
}

function open(kind: string, place: string, key: string): Promise<Journal> {
  const masterKey = createSecretKey(key, 'hex')
  if (kind === 'sqlite') return openSqliteJournal({ folder: place, masterKey })
  const options = { url: place, namespace: 'storm', masterKey: () => masterKey, declaredDurable: false }
  return openRedisJournal(options).then(({ journal }) => journal)
}

/** Sends three batches at once; the number of the first that is not acknowledged. */
async function volley(journal: Journal, from: number): Promise<number> {
  let head = await journal.head()
  const underWay = [from, from + 1, from + 2].map((n) => {
    const drafts = batch(n)
    const appended = journal.append(drafts, head)
    head += drafts.length
    return appended
  })
  const outcomes = await Promise.allSettled(underWay)
  for (const [i, outcome] of outcomes.entries()) {
    if (outcome.status === 'rejected') throw outcome.reason
    if (outcome.value.status === 'head-moved') return from + i
    writeSync(1, `${from + i}\n`)
  }
  return from + outcomes.length
}

async function storm(journal: Journal, from: number): Promise<never> {
  for (let next = from; ;) {
    try {
      next = await volley(journal, next)
    } catch (error) {
      if (!(error instanceof JournalUnavailable)) throw error
      await pause(10)
    }
  }
}

const [kind, place, key, from] = process.argv.slice(2)
if (kind !== undefined && place !== undefined && key !== undefined) {
  await storm(await open(kind, place, key), Number(from))
}
