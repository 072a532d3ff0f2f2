/**
 * Appending on Redis: a batch is promised, then stored, each by one writing command.
 *
 * Redis writes down what one script changes as a transaction. One that a crash cut in two is dropped at the first start
 * after it, but stays in the file, and is carried out by halves at the second (docs/adr/0012-one-write-at-a-time.md).
 * So no script here may change more than one thing:
 *
 *  1. `reserve` notes in the index where the commands' entries will be and the keys of new subjects. If the batch comes
 *     to nothing the notes stay, and whoever needs the place overwrites them: what counts is the stream.
 *  2. `store` adds the batch to the stream if it stands on the journal's end and the notes are as they were made.
 *  3. `tell` announces it to the other nodes if it was stored.
 *
 * All are sent together, without waiting for an answer in between.
 */
import { JournalDamaged } from './port.ts'
import { commandField, type Keys, subjectField } from './redis-names.ts'
import { pack } from './redis-packing.ts'

const taking = `
local at = 0
local function take() at = at + 1; return ARGV[at] end
`

const reserve = `
local journal, index = KEYS[1], KEYS[2]
${taking}
-- Where a note leads to, that command may never have been stored.
local function isStored(command, range)
  local batch = redis.call('XRANGE', journal, string.match(range, '^%d+') .. '-0', '+', 'COUNT', 1)[1]
  if not batch then return false end
  for i = 1, #batch[2], 2 do
    if batch[2][i] == 'e' and string.find(batch[2][i + 1], '"command":"' .. command .. '"', 1, true) then return true end
  end
  return false
end

local notes, repeated, moved = {}, {}, {}
for i = 1, tonumber(take()) do
  local command, field, range = take(), take(), take()
  local noted = redis.call('HGET', index, field)
  if noted and isStored(command, noted) then repeated[#repeated + 1] = command
  else notes[#notes + 1] = field; notes[#notes + 1] = range end
end
for i = 1, tonumber(take()) do
  local subject, field, known, key = take(), take(), take(), take()
  local noted = redis.call('HGET', index, field)
  if (noted or '') ~= known then moved[#moved + 1] = subject; moved[#moved + 1] = noted or ''
  elseif known == '' then notes[#notes + 1] = field; notes[#notes + 1] = key end
end
if #repeated == 0 and #moved == 0 and #notes > 0 then redis.call('HSET', index, unpack(notes)) end
return {repeated, moved}
`

const store = `
local journal, index = KEYS[1], KEYS[2]
${taking}
local head, previous, id, entries, last = tonumber(take()), take(), take(), take(), take()
local tail = redis.call('XREVRANGE', journal, '+', '-', 'COUNT', 1)[1]
local now, hash = 0, string.rep(string.char(0), 32)
if tail then
  now = tonumber(string.match(tail[1], '^%d+'))
  for i = 1, #tail[2], 2 do if tail[2][i] == 'h' then hash = tail[2][i + 1] end end
end
if now ~= head or hash ~= previous then return {'head-moved', now, hash} end
for i = at + 1, #ARGV, 2 do
  if redis.call('HGET', index, ARGV[i]) ~= ARGV[i + 1] then return {'notes-moved'} end
end
redis.call('XADD', journal, id, 'e', entries, 'h', last)
return {'appended'}
`

const tell = `
local batch = redis.call('XRANGE', KEYS[1], ARGV[1], ARGV[1])[1]
if not batch then return end
for i = 1, #batch[2], 2 do
  -- A missing right to publish is no fault of the batch.
  if batch[2][i] == 'h' and batch[2][i + 1] == ARGV[2] then redis.pcall('PUBLISH', ARGV[3], ARGV[4]) end
end
`

export type Batch = Readonly<{
  head: number
  /** Hash of the entry at `head`; null when this node does not know it. */
  previous: Buffer | null
  commands: readonly Readonly<{ command: string; first: number; last: number }>[]
  /** `known`: the wrapped key that this node believes to be stored; null when it believes that there is none. */
  subjects: readonly Readonly<{ subject: string; known: Buffer | null; key: Buffer }>[]
  entries: readonly Readonly<{ body: string; sealed: Buffer | null; hash: Buffer }>[]
}>

export type Verdict =
  | Readonly<{ status: 'appended' }>
  | Readonly<{ status: 'repeated'; commands: readonly string[] }>
  | Readonly<{ status: 'head-moved'; head: number; hash: Buffer }>
  /** Another node made or destroyed a key of the batch: what is stored now, null where there is none. */
  | Readonly<{ status: 'keys'; stored: ReadonlyMap<string, Buffer | null> }>
  /** Another node needed the same places of the index in between. */
  | Readonly<{ status: 'notes-moved' }>

type Arguments = readonly (string | Buffer)[]

/** Notes of each kind that one `reserve` makes: Lua passes a command at most some 8,000 values. */
const mostNotes = 1_500

/** What is sent for a batch, in this order. `announcement` is told to the other nodes once the batch is stored. */
export type Append = Readonly<{ reserves: readonly Arguments[]; store: Arguments; tell: Arguments }>

/** The scripts' text goes along each time: against the batch it is nothing, and no cache can be cold. */
export function appendOf(keys: Keys, batch: Batch, announcement: Buffer): Append {
  const { head, previous, commands, subjects, entries } = batch
  const id = `${head + entries.length}-0`
  const hash = entries.at(-1)?.hash ?? nothing
  const parts = Math.max(1, Math.ceil(Math.max(commands.length, subjects.length) / mostNotes))
  const notes = [
    ...commands.flatMap((run) => [commandField(run.command), rangeOf(run)]),
    ...subjects.flatMap(({ subject, key }) => [subjectField(subject), key]),
  ]
  return {
    reserves: Array.from({ length: parts }, (_, i) => {
      const part = [i * mostNotes, (i + 1) * mostNotes] as const
      return reserveArguments(keys, commands.slice(...part), subjects.slice(...part))
    }),
    store: [
      'EVAL',
      store,
      '2',
      keys.journal,
      keys.index,
      String(head),
      previous ?? nothing,
      id,
      pack(entries),
      hash,
      ...notes,
    ],
    tell: ['EVAL', tell, '1', keys.journal, id, hash, keys.announced, announcement],
  }
}

const nothing = Buffer.alloc(0)

function reserveArguments(keys: Keys, commands: Batch['commands'], subjects: Batch['subjects']): Arguments {
  return [
    'EVAL',
    reserve,
    '2',
    keys.journal,
    keys.index,
    String(commands.length),
    ...commands.flatMap((run) => [run.command, commandField(run.command), rangeOf(run)]),
    String(subjects.length),
    ...subjects.flatMap(({ subject, known, key }) => [subject, subjectField(subject), known ?? nothing, key]),
  ]
}

function rangeOf({ first, last }: Batch['commands'][number]): string {
  return `${first}-${last}`
}

/** `reserved`: the answers to `reserve`, `stored`: the answer to `store`. */
export function parseVerdict(reserved: readonly unknown[], stored: unknown): Verdict {
  const answers = reserved as readonly (readonly [repeated: Buffer[], moved: Buffer[]])[]
  const repeated = answers.flatMap(([commands]) => commands.map(String))
  if (repeated.length > 0) return { status: 'repeated', commands: repeated }
  const moved = answers.flatMap(([, keys]) => keys)
  if (moved.length > 0) return { status: 'keys', stored: pairs(moved) }
  const [status, head, hash] = stored as readonly [Buffer, number, Buffer]
  switch (String(status)) {
    case 'appended':
      return { status: 'appended' }
    case 'head-moved':
      return { status: 'head-moved', head, hash }
    case 'notes-moved':
      return { status: 'notes-moved' }
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
