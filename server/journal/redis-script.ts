/**
 * Appending on Redis is one script: what it checks and what it writes cannot be parted by another node.
 *
 * Keys of a namespace (the braces keep them in one cluster slot):
 *
 *     {ns}:journal    stream; entry n has the id n-0 and the fields b (body), s (sealed, absent if nothing), h (hash)
 *     {ns}:commands   hash: command id -> "first-last" seq of what it made
 *     {ns}:subjects   hash: subject -> wrapped key
 *     {ns}:meta       hash: fingerprint of the master key
 *     {ns}:announced  channel: what was appended, for the other nodes (redis-announcements.ts)
 *
 * `commands` is never trimmed, because a console that was closed for a week must still be recognised. It is bounded by
 * the journal itself: one field of some 90 bytes per command, beside the 700 bytes or more that the stream keeps for
 * what the command made.
 */

export type Keys = Readonly<Record<'journal' | 'commands' | 'subjects' | 'meta' | 'announced', string>>

export function keysOf(namespace: string): Keys {
  const key = (name: string) => `{${namespace}}:${name}`
  return {
    journal: key('journal'),
    commands: key('commands'),
    subjects: key('subjects'),
    meta: key('meta'),
    announced: key('announced'),
  }
}

const script = `
local journal, commands, subjects = KEYS[1], KEYS[2], KEYS[3]
local at = 0
local function take() at = at + 1; return ARGV[at] end
local head, previous = tonumber(take()), take()

local made, repeated = {}, {'repeated'}
for i = 1, tonumber(take()) do
  local command = take()
  made[#made + 1] = command
  made[#made + 1] = take()
  if redis.call('HEXISTS', commands, command) == 1 then repeated[#repeated + 1] = command end
end
if #repeated > 1 then return repeated end

local last = redis.call('XREVRANGE', journal, '+', '-', 'COUNT', 1)[1]
local now, hash = 0, string.rep(string.char(0), 32)
if last then
  now = tonumber(string.match(last[1], '^%d+'))
  for i = 1, #last[2], 2 do if last[2][i] == 'h' then hash = last[2][i + 1] end end
end
if now ~= head or hash ~= previous then return {'head-moved', now, hash} end

local fresh, moved = {}, {'keys'}
for i = 1, tonumber(take()) do
  local subject, known, key = take(), take(), take()
  local stored = redis.call('HGET', subjects, subject)
  if (stored or '') ~= known then
    moved[#moved + 1] = subject
    moved[#moved + 1] = stored or ''
  elseif known == '' then
    fresh[#fresh + 1] = subject
    fresh[#fresh + 1] = key
  end
end
if #moved > 1 then return moved end

for i = 1, #fresh, 2 do redis.call('HSET', subjects, fresh[i], fresh[i + 1]) end
for i = 1, #made, 2 do redis.call('HSET', commands, made[i], made[i + 1]) end
for i = 1, tonumber(take()) do
  local id, body, sealed, hash = (head + i) .. '-0', take(), take(), take()
  if sealed == '' then redis.call('XADD', journal, id, 'b', body, 'h', hash)
  else redis.call('XADD', journal, id, 'b', body, 's', sealed, 'h', hash) end
end
-- A missing right to publish must not fail what is stored.
redis.pcall('PUBLISH', take(), take())
return {'appended'}
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

/** The arguments of EVAL; `announcement` is told to the other nodes once the batch is stored. The script's text goes along: against the batch it is nothing, and no cache can be cold. */
export function evalArguments(keys: Keys, batch: Batch, announcement: Buffer): readonly (string | Buffer)[] {
  const empty = Buffer.alloc(0)
  return [
    'EVAL',
    script,
    '3',
    keys.journal,
    keys.commands,
    keys.subjects,
    String(batch.head),
    batch.previous ?? empty,
    String(batch.commands.length),
    ...batch.commands.flatMap(({ command, first, last }) => [command, `${first}-${last}`]),
    String(batch.subjects.length),
    ...batch.subjects.flatMap(({ subject, known, key }) => [subject, known ?? empty, key]),
    String(batch.entries.length),
    ...batch.entries.flatMap(({ body, sealed, hash }) => [body, sealed ?? empty, hash]),
    keys.announced,
    announcement,
  ]
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
    default:
      return { status: 'keys', stored: pairs(rest as Buffer[]) }
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
