/**
 * The journal of several nodes: one stream on a Redis they share.
 *
 * Appending: a batch is sealed and chained here, on the tail this node knows, and handed to scripts that check everything
 * again (redis-script.ts). Batches go out without waiting for each other: each is chained on the one before it, so if
 * one is refused, so are those behind it.
 *
 * Following: what another node appends is announced to this one. The stream is looked at now and then for what was
 * not, from the last entry that was handed over; where nothing may be announced, one connection waits on it.
 *
 * A new connection is distrusted until it has been seen to keep data and to hold all that this node has seen.
 */
import type { KeyObject } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Draft, Entry, Position } from '#shared/journal/entry.ts'
import type { CommandId } from '#shared/lib/id.ts'
import { unreachable } from '#shared/lib/unreachable.ts'
import { OneByOne } from '#server/lib/one-by-one.ts'
import { Live } from './live.ts'
import {
  type Appended,
  type Erasure,
  type Journal,
  JournalRefused,
  JournalUnavailable,
  type Unreadable,
} from './port.ts'
import { announce, readAnnouncement } from './redis-announcements.ts'
import { RedisConnection } from './redis-connection.ts'
import { entriesOf, RedisBatches } from './redis-batches.ts'
import { checkDurability, writeNothing } from './redis-durability.ts'
import { RedisKeys } from './redis-keys.ts'
import { partingOf } from './redis-history.ts'
import { type Keys, keysOf, positionField } from './redis-names.ts'
import { rewriteFile } from './redis-rewrite.ts'
import { hasJournal, nextRows, rowsAbout, rowsAfter, type Tail, tailOf } from './redis-rows.ts'
import {
  type Batch,
  keyArguments,
  noteArguments,
  parseVerdict,
  storeArguments,
  type Verdict,
} from './redis-script.ts'
import { fingerprint } from './seal.ts'
import { isLong, read, type StoredEntry } from './stored.ts'

export type RedisJournalOptions = Readonly<{
  url: string
  /** One per préfecture on a shared Redis. */
  namespace: string
  /**
   * Told whether the namespace holds a journal already: then its master key must exist and is not made anew. Nothing has
   * been written before, nor is if it throws.
   */
  masterKey: (journalExists: boolean) => KeyObject
  /** The administrator vouches that this Redis keeps its data (REDIS_DURABLE=declared): nothing is checked. */
  declaredDurable: boolean
}>

/** How long a node that starts waits for Redis (ms): both may be starting together. */
const startPatience = 10_000
/** Entries taken from the stream at a time. */
const page = 500
/** A follower that waits asks again after this time (ms), well before the connection counts as silent. */
const followPatience = 3_000
const retryPause = 100
/** Where entries are announced, how soon one whose announcement was lost is looked for on the stream (ms). */
const lookAgain = 500
/** A batch is prepared again when another node has just made or destroyed one of its keys: rare, and rarer twice. */
const attempts = 5

/**
 * Opens the namespace's journal, made on first use. Throws `JournalRefused` when this Redis keeps nothing on disk or
 * the journal was sealed with another master key. `warnings` are sentences for the administrator.
 */
export async function openRedisJournal(
  options: RedisJournalOptions,
): Promise<{ readonly journal: Journal; readonly warnings: readonly string[] }> {
  const keys = keysOf(options.namespace)
  const redis = await RedisConnection.open(options.url, startPatience)
  try {
    const warnings = await checkDurability(redis, options.declaredDurable)
    const masterKey = await agreeOnMasterKey(redis, keys, options.masterKey)
    await writeNothing(redis, keys)
    const tail = await tailOf(redis, keys)
    const followed = await RedisConnection.open(options.url, startPatience)
    const announced = await RedisConnection.open(options.url, startPatience)
    const journal = new RedisJournal(options, { redis, followed, announced, masterKey, tail })
    return { journal, warnings }
  } catch (error) {
    await redis[Symbol.asyncDispose]()
    throw error
  }
}

async function agreeOnMasterKey(
  redis: RedisConnection,
  keys: Keys,
  load: RedisJournalOptions['masterKey'],
): Promise<KeyObject> {
  const masterKey = load(await hasJournal(redis, keys))
  const print = fingerprint(masterKey)
  // Of two nodes that start at once on an empty Redis, the first to write its fingerprint decides.
  await redis.send(['HSETNX', keys.meta, 'master-key', print])
  if (String(await redis.send<Buffer>(['HGET', keys.meta, 'master-key'])) === print) return masterKey
  throw new JournalRefused(
    'the journal was sealed with another master key: give every node the same MASTER_KEY_FILE, the one that was used until now',
  )
}

type Parts = Readonly<
  Record<'redis' | 'followed' | 'announced', RedisConnection> & { masterKey: KeyObject; tail: Tail }
>

class RedisJournal implements Journal {
  readonly #redis: RedisConnection
  readonly #followed: RedisConnection
  readonly #announced: RedisConnection
  readonly #masterKey: KeyObject
  readonly #names: Keys
  readonly #keys: RedisKeys
  readonly #batches: RedisBatches
  readonly #live: Live
  readonly #preparing = new OneByOne()
  readonly #closing = new AbortController()
  readonly #declaredDurable: boolean
  #isAnnounced = false
  /** Why nothing is entrusted to Redis at the moment. */
  #unfit: JournalUnavailable | null = null
  /** Why this node stores and follows nothing: its history and that of the stream have parted. */
  #parted: JournalUnavailable | null = null
  /** The last entry handed over: the stream must go on holding it. */
  #known: Tail

  constructor(options: RedisJournalOptions, { redis, followed, announced, masterKey, tail }: Parts) {
    this.#redis = redis
    this.#followed = followed
    this.#announced = announced
    this.#masterKey = masterKey
    this.#names = keysOf(options.namespace)
    this.#declaredDurable = options.declaredDurable
    this.#keys = new RedisKeys(redis, this.#names, masterKey)
    this.#batches = new RedisBatches(this.#keys, tail)
    this.#live = new Live(tail.seq)
    this.#known = tail
    redis.onReconnect(() => void this.#examine())
    void this.#listen()
    this.#follow().catch((error: Error) => this.#live.close(error))
  }

  async append(batch: readonly Draft[], expectedHead: number): Promise<Appended> {
    if (batch.length === 0) return this.#appendNothing(expectedHead)
    for (let attempt = 0; attempt < attempts; attempt++) {
      const prepared = await this.#preparing.take(() => this.#batches.prepare(batch, expectedHead))
      const entries = entriesOf(batch, prepared)
      const verdict = await this.#carryOut(prepared, entries)
      if (verdict.status === 'appended') return this.#stored(entries)
      this.#batches.refused()
      // An end that this node has passed: the verdict is an old one, or the histories have parted.
      const isBehind = verdict.status === 'head-moved' && verdict.head <= this.#known.seq
      if (isBehind) await this.#checkHistory(this.#redis)
      const outcome = this.#refused(prepared, verdict)
      if (outcome !== 'again') return outcome
    }
    throw new JournalUnavailable('other nodes keep changing the keys of this batch')
  }

  async read(after: number, limit: number): Promise<readonly Entry[]> {
    const rows = rowsAfter(this.#redis, this.#names, { after, limit })
    const [found] = await Promise.all([rows, this.#checkHistory(this.#redis)])
    return this.#open(found)
  }

  follow(after: number, signal: AbortSignal): AsyncIterable<readonly Entry[]> {
    return this.#live.follow(after, signal, (from, limit) => this.#readPatiently(from, limit))
  }

  async head(): Promise<number> {
    await this.#checkHistory(this.#redis)
    return (await tailOf(this.#redis, this.#names)).seq
  }

  async entriesOf(command: CommandId): Promise<readonly Entry[]> {
    const entries = await this.#open(await rowsAbout(this.#redis, this.#names, command))
    return entries.filter((entry) => entry.command === command)
  }

  async forget(erasures: readonly Erasure[]): Promise<void> {
    await this.#keys.destroy(erasures)
    this.#live.scrub()
    // Also where another node has destroyed them: that one may have died before this.
    await rewriteFile(this.#redis)
  }

  async positionOf(follower: string): Promise<Position | null> {
    const kept = await this.#redis.send<Buffer | null>(['HGET', this.#names.meta, positionField(follower)])
    return kept === null ? null : (JSON.parse(String(kept)) as Position)
  }

  async keepPosition(follower: string, position: Position): Promise<void> {
    await this.#redis.send(['HSET', this.#names.meta, positionField(follower), JSON.stringify(position)])
  }

  async probe(): Promise<void> {
    if (this.#unfit !== null) throw this.#unfit
    await this.#checkHistory(this.#redis)
    await writeNothing(this.#redis, this.#names)
  }

  unreadable(): readonly Unreadable[] {
    return this.#keys.unreadable.list()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort()
    this.#live.close()
    const connections = [this.#redis, this.#followed, this.#announced]
    await Promise.all(connections.map((connection) => connection[Symbol.asyncDispose]()))
  }

  async #appendNothing(expectedHead: number): Promise<Appended> {
    const head = await this.head()
    return head === expectedHead ? { status: 'appended', hashes: [] } : { status: 'head-moved', head }
  }

  async #carryOut(prepared: Batch, entries: readonly Entry[]): Promise<Verdict> {
    try {
      if (this.#unfit !== null) throw this.#unfit
      if (this.#parted !== null) await this.#checkHistory(this.#redis)
      const keys = keyArguments(this.#names, prepared).map((args) => this.#redis.send(args))
      const stored = this.#redis.send<unknown[]>(storeArguments(this.#names, prepared))
      // While Redis writes.
      this.#note(prepared, entries)
      this.#keys.prepare()
      const [verdict] = await Promise.all([stored, ...keys])
      return parseVerdict(verdict)
    } catch (error) {
      this.#batches.refused()
      throw error
    }
  }

  /** Nobody counts on it: what is not noted or heard of is found in the stream. */
  #note(prepared: Batch, entries: readonly Entry[]): void {
    // A long batch would be opened by every other node in one go: they read it from the stream, page by page.
    const told = isLong(entries) ? [] : entries
    const announcement = announce(this.#masterKey, prepared.previous, told)
    this.#redis.send(noteArguments(this.#names, prepared, announcement)).catch(() => {})
  }

  #stored(entries: readonly Entry[]): Appended {
    this.#publish(entries)
    this.#see(entries.at(-1))
    return { status: 'appended', hashes: entries.map((entry) => entry.hash) }
  }

  #refused(prepared: Batch, verdict: Exclude<Verdict, { status: 'appended' }>): Appended | 'again' {
    switch (verdict.status) {
      case 'repeated':
        return { status: 'repeated', commands: verdict.commands as readonly CommandId[] }
      case 'head-moved':
        this.#batches.seen({ seq: verdict.head, hash: verdict.hash })
        // Refused only because this node did not know the hash at the head that its caller knows: now it does.
        if (verdict.head === prepared.head && prepared.previous === null) return 'again'
        return { status: 'head-moved', head: verdict.head }
      case 'keys':
        for (const [subject, stored] of verdict.stored) this.#keys.learn(subject, stored)
        return 'again'
      default:
        return unreachable(verdict)
    }
  }

  #see(entry: Entry | undefined): void {
    if (entry !== undefined) this.#batches.seen({ seq: entry.seq, hash: Buffer.from(entry.hash, 'hex') })
  }

  async #listen(): Promise<void> {
    try {
      await this.#announced.subscribe(this.#names.announced, (message) => this.#hear(message))
      this.#isAnnounced = true
    } catch {
      // The stream tells the same.
    }
  }

  #hear(message: Buffer): void {
    const { after, entries } = readAnnouncement(this.#masterKey, message)
    // What does not stand on the last entry known here is read from the stream, where its history is looked at.
    if (after !== this.#known.hash.toString('hex')) return
    this.#publish(entries)
    this.#see(entries.at(-1))
  }

  /** Own entries and followed ones arrive in any order: only what comes next is handed over. */
  #publish(entries: readonly Entry[]): void {
    const fresh = entries.filter((entry) => entry.seq > this.#live.head)
    const last = fresh.at(-1)
    if (last === undefined || fresh[0]?.seq !== this.#live.head + 1) return
    this.#known = { seq: last.seq, hash: Buffer.from(last.hash, 'hex') }
    this.#live.publish(fresh)
  }

  async #checkHistory(redis: RedisConnection): Promise<void> {
    this.#parted = await partingOf(redis, this.#names, this.#known)
    if (this.#parted !== null) throw this.#parted
  }

  async #open(rows: readonly StoredEntry[]): Promise<readonly Entry[]> {
    return (await this.#keys.openAll(rows)).map(read)
  }

  async #follow(): Promise<void> {
    const { signal } = this.#closing
    while (!signal.aborted) {
      try {
        const rows = await this.#nextRows()
        await this.#checkHistory(this.#followed)
        const entries = await this.#open(rows.filter((row) => row.seq > this.#live.head))
        this.#publish(entries)
        this.#see(entries.at(-1))
      } catch (error) {
        if (!(error instanceof JournalUnavailable)) throw error
        await pause(retryPause, null, { signal }).catch(() => {})
      }
    }
  }

  async #nextRows(): Promise<readonly StoredEntry[]> {
    if (!this.#isAnnounced) {
      return nextRows(this.#followed, this.#names, { after: this.#live.head, patience: followPatience })
    }
    // Waiting on the stream as well would wake every node a second time for each entry.
    await pause(lookAgain, null, { signal: this.#closing.signal }).catch(() => {})
    return rowsAfter(this.#followed, this.#names, { after: this.#live.head, limit: page })
  }

  /** A follower has nobody to tell that Redis is away: it waits. */
  async #readPatiently(after: number, limit: number): Promise<readonly Entry[]> {
    const { signal } = this.#closing
    while (!signal.aborted) {
      try {
        return await this.read(after, limit)
      } catch (error) {
        if (!(error instanceof JournalUnavailable)) throw error
        await pause(retryPause, null, { signal }).catch(() => {})
      }
    }
    return []
  }

  /** Until Redis passes: it may still be loading its file, or be mended by its administrator. */
  async #examine(): Promise<void> {
    const { signal } = this.#closing
    const isUnderWay = this.#unfit !== null
    this.#unfit = new JournalUnavailable('Redis is back and being examined')
    if (isUnderWay) return
    while (this.#unfit !== null && !signal.aborted) {
      this.#unfit = await this.#fault()
      if (this.#unfit !== null) await pause(retryPause, null, { signal }).catch(() => {})
    }
  }

  async #fault(): Promise<JournalUnavailable | null> {
    try {
      await checkDurability(this.#redis, this.#declaredDurable)
      await writeNothing(this.#redis, this.#names)
      await this.#checkHistory(this.#redis)
      return null
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause)
      return new JournalUnavailable(message, { cause })
    }
  }
}
