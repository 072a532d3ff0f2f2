/**
 * Appending on Redis: a batch is one entry of the stream, added by one command.
 *
 * Redis writes down what one script changes as a transaction. One that a crash cut in two is dropped at the first start
 * after it, but stays in the file, and is carried out by halves at the second (docs/adr/0012-one-write-at-a-time.md). So
 * three things are sent, each changing one thing, without waiting for the answer to the one before:
 *
 *  1. The keys of new subjects, each unless there is one: a key that comes to be used by no batch harms nobody.
 *  2. `store` adds the batch if all its commands are new, it stands on the journal's end and its keys are those stored.
 *  3. `note` notes in the index what the stream holds and it does not, which may be done twice, and announces the batch
 *     if it was stored. Where a node died before that, `store` looks through the stream itself, and the next `note`
 *     makes up for it.
 */
import { JournalDamaged } from './port.ts'
import { type Keys, subjectField } from './redis-names.ts'
import { pack } from './redis-packing.ts'

const reading = `
local journal, index = KEYS[1], KEYS[2]
local function field(entry, name)
  for i = 1, #entry[2], 2 do if entry[2][i] == name then return entry[2][i + 1] end end
end
local function seq(entry) return tonumber(string.match(entry[1], '^%d+')) end
local function unnoted(count)
  local noted = tonumber(redis.call('HGET', index, 'noted') or 0)
  return redis.call('XRANGE', journal, (noted + 1) .. '-0', '+', unpack(count))
end
`

const store = `
${reading}
local at = 0
local function take() at = at + 1; return ARGV[at] end
local head, previous, id = tonumber(take()), take(), take()
local entries, commands, last = take(), take(), take()

local repeated, later = {'repeated'}, unnoted({})
for command in string.gmatch(commands, '(%S+) %S+') do
  local known = redis.call('HEXISTS', index, 'c:' .. command) == 1
  for _, batch in ipairs(later) do
    known = known or string.find(field(batch, 'c'), command, 1, true)
  end
  if known then repeated[#repeated + 1] = command end
end
if #repeated > 1 then return repeated end

local tail = redis.call('XREVRANGE', journal, '+', '-', 'COUNT', 1)[1]
local now = tail and seq(tail) or 0
local hash = tail and field(tail, 'h') or string.rep(string.char(0), 32)
if now ~= head or hash ~= previous then return {'head-moved', now, hash} end

local moved = {'keys'}
while at < #ARGV do
  local subject, key = take(), take()
  local stored = redis.call('HGET', index, 's:' .. subject) or ''
  if stored ~= key then moved[#moved + 1] = subject; moved[#moved + 1] = stored end
end
if #moved > 1 then return moved end

redis.call('XADD', journal, id, 'e', entries, 'c', commands, 'h', last)
return {'appended'}
`

const note = `
${reading}
local notes = {}
for _, batch in ipairs(unnoted({'COUNT', 100})) do
  -- Lua passes a command at most some 8,000 values.
  if #notes > 5000 then break end
  for command, range in string.gmatch(field(batch, 'c'), '(%S+) (%S+)') do
    notes[#notes + 1] = 'c:' .. command
    notes[#notes + 1] = range
  end
  notes.last = seq(batch)
end
if notes.last then redis.call('HSET', index, 'noted', notes.last, unpack(notes)) end

local id, hash, channel, announcement = unpack(ARGV)
local batch = redis.call('XRANGE', journal, id, id)[1]
-- A missing right to publish is no fault of the batch.
if batch and field(batch, 'h') == hash then redis.pcall('PUBLISH', channel, announcement) end
`

export type Batch = Readonly<{
  head: number
  /** Hash of the entry at `head`; null when this node does not know it. */
  previous: Buffer | null
  commands: readonly Readonly<{ command: string; first: number; last: number }>[]
  /** `isNew`: this node believes that none is stored. */
  keys: readonly Readonly<{ subject: string; wrapped: Buffer; isNew: boolean }>[]
  entries: readonly Readonly<{ body: string; sealed: Buffer | null; hash: Buffer }>[]
}>

export type Verdict =
  | Readonly<{ status: 'appended' }>
  | Readonly<{ status: 'repeated'; commands: readonly string[] }>
  | Readonly<{ status: 'head-moved'; head: number; hash: Buffer }>
  /** Another node made or destroyed a key of the batch: what is stored now, null where there is none. */
  | Readonly<{ status: 'keys'; stored: ReadonlyMap<string, Buffer | null> }>

type Arguments = readonly (string | Buffer)[]

/** One command for each new subject. */
export function keyArguments({ index }: Keys, { keys }: Batch): readonly Arguments[] {
  return keys
    .filter(({ isNew }) => isNew)
    .map(({ subject, wrapped }) => ['HSETNX', index, subjectField(subject), wrapped])
}

/** Its answer is for `parseVerdict`. The text goes along each time: no cache can be cold. */
export function storeArguments({ journal, index }: Keys, batch: Batch): Arguments {
  const { head, previous, commands, keys, entries } = batch
  return [
    'EVAL',
    store,
    '2',
    journal,
    index,
    String(head),
    previous ?? nothing,
    idOf(batch),
    pack(entries),
    commands.map(({ command, first, last }) => `${command} ${first}-${last}`).join(' '),
    hashOf(batch),
    ...keys.flatMap(({ subject, wrapped }) => [subject, wrapped]),
  ]
}

/** Nobody need wait for its answer. */
export function noteArguments(
  { journal, index, announced }: Keys,
  batch: Batch,
  announcement: Buffer,
): Arguments {
  return ['EVAL', note, '2', journal, index, idOf(batch), hashOf(batch), announced, announcement]
}

const nothing = Buffer.alloc(0)

function idOf({ head, entries }: Batch): string {
  return `${head + entries.length}-0`
}

function hashOf({ entries }: Batch): Buffer {
  return entries.at(-1)?.hash ?? nothing
}

export function parseVerdict(reply: readonly unknown[]): Verdict {
  const [status, ...rest] = reply
  switch (String(status)) {
    case 'appended':
      return { status: 'appended' }
    case 'repeated':
      return { status: 'repeated', commands: rest.map(String) }
    case 'head-moved':
      return { status: 'head-moved', head: Number(rest[0]), hash: rest[1] as Buffer }
    case 'keys':
      return { status: 'keys', stored: pairs(rest as Buffer[]) }
    default:
      throw new JournalDamaged(`Redis answers an append with ${String(status)}`)
  }
}

function pairs(flat: readonly Buffer[]): ReadonlyMap<string, Buffer | null> {
  const map = new Map<string, Buffer | null>()
  for (let i = 0; i + 1 < flat.length; i += 2) {
    const stored = flat[i + 1] ?? null
    map.set(String(flat[i]), stored === null || stored.length === 0 ? null : stored)
  }
  return map
}
