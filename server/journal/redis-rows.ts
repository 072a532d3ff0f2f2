import { genesis } from './chain.ts'
import { JournalDamaged } from './port.ts'
import type { RedisConnection } from './redis-connection.ts'
import type { Keys } from './redis-script.ts'
import type { StoredEntry } from './stored.ts'

/** An entry of a stream as Redis sends it: its id, then names and values in turn. */
type StreamEntry = readonly [id: Buffer, fields: readonly Buffer[]]

/** Where a journal ends. */
export type Tail = Readonly<{ seq: number; hash: Buffer }>

/** Whether the namespace holds a journal, be it without an entry as yet. */
export async function hasJournal(redis: RedisConnection, keys: Keys): Promise<boolean> {
  return (await redis.send<number>(['EXISTS', keys.meta, keys.journal])) > 0
}

/** Entries with `seq > after`, still sealed. */
export async function rowsAfter(
  redis: RedisConnection,
  keys: Keys,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly StoredEntry[]> {
  const args = ['XRANGE', keys.journal, `${after + 1}-0`, '+', 'COUNT', String(limit)]
  return (await redis.send<StreamEntry[]>(args)).map(parseRow)
}

/** Waits up to `patience` ms for entries with `seq > after`; empty when none came. */
export async function nextRows(
  redis: RedisConnection,
  keys: Keys,
  { after, limit, patience }: { readonly after: number; readonly limit: number; readonly patience: number },
): Promise<readonly StoredEntry[]> {
  const block = ['COUNT', String(limit), 'BLOCK', String(patience)]
  const args = ['XREAD', ...block, 'STREAMS', keys.journal, `${after}-0`]
  const reply = await redis.send<[Buffer, StreamEntry[]][] | null>(args)
  return (reply?.[0]?.[1] ?? []).map(parseRow)
}

export async function tailOf(redis: RedisConnection, keys: Keys): Promise<Tail> {
  const [last] = await redis.send<StreamEntry[]>(['XREVRANGE', keys.journal, '+', '-', 'COUNT', '1'])
  if (last === undefined) return { seq: 0, hash: genesis }
  const { seq, hash } = parseRow(last)
  return { seq, hash: Buffer.from(hash) }
}

export async function rowsOf(
  redis: RedisConnection,
  keys: Keys,
  command: string,
): Promise<readonly StoredEntry[]> {
  const range = await redis.send<Buffer | null>(['HGET', keys.commands, command])
  if (range === null) return []
  const [first = '', last = ''] = String(range).split('-')
  return (await redis.send<StreamEntry[]>(['XRANGE', keys.journal, `${first}-0`, `${last}-0`])).map(parseRow)
}

function parseRow([id, fields]: StreamEntry): StoredEntry {
  const seq = Number.parseInt(String(id), 10)
  const values = new Map<string, Buffer>()
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const value = fields[i + 1]
    if (value !== undefined) values.set(String(fields[i]), value)
  }
  const body = values.get('b')
  const hash = values.get('h')
  if (body === undefined || hash === undefined)
    throw new JournalDamaged(`entry ${seq} has no body or no hash`)
  return { seq, body: body.toString('utf8'), sealed: values.get('s') ?? null, hash }
}
