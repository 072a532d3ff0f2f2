import { genesis } from './chain.ts'
import { JournalDamaged, JournalRefused } from './port.ts'
import type { RedisConnection } from './redis-connection.ts'
import { commandField, type Keys } from './redis-names.ts'
import { unpack } from './redis-packing.ts'
import type { StoredEntry } from './stored.ts'

/** An entry of a stream as Redis sends it: its id, then names and values in turn. */
type StreamEntry = readonly [id: Buffer, fields: readonly Buffer[]]

/** Where a journal ends. */
export type Tail = Readonly<{ seq: number; hash: Buffer }>

/** Whether the namespace holds a journal, be it without an entry as yet. */
export async function hasJournal(redis: RedisConnection, keys: Keys): Promise<boolean> {
  return (await redis.send<number>(['EXISTS', keys.meta, keys.journal])) > 0
}

/** Entries with `seq > after`, still sealed, at most `limit`. */
export async function rowsAfter(
  redis: RedisConnection,
  keys: Keys,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly StoredEntry[]> {
  if (limit < 1) return []
  // An id of the stream has no sign.
  const first = Math.max(1, after + 1)
  const last = first + limit - 1
  // A batch has the id of its last entry: the one that reaches `last`, and those that end before. In this order, so that
  // what is appended between the two questions leaves no gap.
  const [reaching, whole] = await Promise.all([
    redis.send<StreamEntry[]>(['XRANGE', keys.journal, `${last}-0`, '+', 'COUNT', '1']),
    redis.send<StreamEntry[]>(['XRANGE', keys.journal, `${first}-0`, `${last - 1}-0`]),
  ])
  return [...whole, ...reaching].flatMap(rowsIn).filter(({ seq }) => seq >= first && seq <= last)
}

/** Waits up to `patience` ms for entries with `seq > after`; empty when none came. */
export async function nextRows(
  redis: RedisConnection,
  keys: Keys,
  { after, patience }: { readonly after: number; readonly patience: number },
): Promise<readonly StoredEntry[]> {
  const block = ['COUNT', mostBatches, 'BLOCK', String(patience)]
  const args = ['XREAD', ...block, 'STREAMS', keys.journal, `${after}-0`]
  const reply = await redis.send<[Buffer, StreamEntry[]][] | null>(args)
  return (reply?.[0]?.[1] ?? []).flatMap(rowsIn)
}

/** Taken from the stream at a time. */
const mostBatches = '100'

export async function tailOf(redis: RedisConnection, keys: Keys): Promise<Tail> {
  const [last] = await redis.send<StreamEntry[]>(['XREVRANGE', keys.journal, '+', '-', 'COUNT', '1'])
  if (last === undefined) return { seq: 0, hash: genesis }
  const seq = seqOf(last)
  return { seq, hash: valueOf(last, 'h') }
}

/** Batches in which the entries that a command made are, if any: the one that the index names, or those it does not hold yet. */
export async function rowsAbout(
  redis: RedisConnection,
  keys: Keys,
  command: string,
): Promise<readonly StoredEntry[]> {
  const asked = ['HMGET', keys.index, commandField(command), 'noted']
  const [range, noted] = await redis.send<readonly [Buffer | null, Buffer | null]>(asked)
  const from = range === null ? Number(noted) + 1 : Number.parseInt(String(range), 10)
  const count = range === null ? [] : ['COUNT', '1']
  return (await redis.send<StreamEntry[]>(['XRANGE', keys.journal, `${from}-0`, '+', ...count])).flatMap(
    rowsIn,
  )
}

function rowsIn(entry: StreamEntry): readonly StoredEntry[] {
  if (hasEarlierForm(entry)) throw earlierForm()
  return unpack(valueOf(entry, 'e'), seqOf(entry))
}

function seqOf([id]: StreamEntry): number {
  return Number.parseInt(String(id), 10)
}

function valueOf(entry: StreamEntry, wanted: 'e' | 'h'): Buffer {
  const [, fields] = entry
  const value = fields.find((_, i) => i % 2 === 1 && String(fields[i - 1]) === wanted)
  if (value === undefined)
    throw new JournalDamaged(`the batch up to entry ${seqOf(entry)} has no "${wanted}"`)
  return value
}

/** Until November 2026 each entry of the journal was one of the stream, with its body under "b". */
function hasEarlierForm([, fields]: StreamEntry): boolean {
  const names = new Set(fields.filter((_, i) => i % 2 === 0).map(String))
  return names.has('b') && names.has('h') && !names.has('e')
}

function earlierForm(): JournalRefused {
  return new JournalRefused(
    'the journal on Redis was written by an earlier version of this program, in a form that this one does not read: nothing is damaged and nothing was changed. Run that version on it, or give this one another NAMESPACE',
  )
}
