/**
 * How an entry is written down. `body` is the draft as JSON with `personal: null` where it had personal data: what a
 * reader sees after the subject is erased. The personal part travels beside it and is stored sealed, with the salt of
 * the command's intent where there is one: `{ salt, personal }`.
 */
import type { Draft, Entry } from '#shared/journal/entry.ts'
import { inSlices } from '#server/lib/slices.ts'
import { JournalDamaged, type Sealable } from './port.ts'
import { upcast } from './upcast.ts'

/** A draft ready to be stored. */
export type Written = Readonly<{ body: string } & ({ subject: string; personal: string } | Unsealed)>
type Unsealed = { subject: null; personal: null }

/** A row of any adapter. */
export type StoredEntry = Readonly<{ seq: number; body: string; sealed: Uint8Array | null; hash: Uint8Array }>

/** A row whose personal part is opened: null where it has none or its key is destroyed. */
export type OpenedEntry = Readonly<{ seq: number; body: string; personal: string | null; hash: Uint8Array }>

type Run = { readonly command: string; readonly from: number; to: number }

type SealingEvent = Readonly<{ type: string; subject?: unknown; personal?: unknown }>

export function write(whole: Draft): Written {
  const { salt: _, ...draft } = whole
  const sealing = personalOf(whole)
  if (sealing === null) return { body: JSON.stringify(draft), subject: null, personal: null }
  const event = { ...draft.event, personal: null }
  return { body: JSON.stringify({ ...draft, event }), ...sealing }
}

/** What of a draft is to be sealed, and for whom; null where nothing is. */
export function personalOf({
  event,
  salt,
}: Sealable): Readonly<{ subject: string; personal: string }> | null {
  const { type, subject, personal }: SealingEvent = event
  if (personal === undefined || personal === null) return null
  if (typeof subject !== 'string' || subject === '') {
    throw new TypeError(`event ${type} has personal data but no subject whose key could seal it`)
  }
  return { subject, personal: JSON.stringify(salt === undefined ? personal : { salt, personal }) }
}

// Beyond this the others would notice: a list of members, and no other command.
const fewDrafts = 500

export function isLong(batch: readonly Draft[]): boolean {
  return batch.length > fewDrafts
}

/** A batch ready to be stored; a long one is written with everybody else in between. */
export function writeAll(batch: readonly Draft[]): readonly Written[] | Promise<readonly Written[]> {
  return isLong(batch) ? inSlices(writing(batch)) : batch.map(write)
}

function* writing(batch: readonly Draft[]): Generator<void, readonly Written[]> {
  const written: Written[] = []
  for (const draft of batch) yield void written.push(write(draft))
  return written
}

/** Where in a batch each command's drafts stand, counted from 0. Throws when they do not stand together. */
export function runsOf(batch: readonly Draft[]): readonly Run[] {
  const runs: Run[] = []
  const seen = new Set<string>()
  for (const [i, { command }] of batch.entries()) {
    const last = runs.at(-1)
    if (last?.command === command) {
      last.to = i
      continue
    }
    if (seen.has(command)) throw new TypeError(`the drafts of command ${command} do not stand together`)
    seen.add(command)
    runs.push({ command, from: i, to: i })
  }
  return runs
}

/** The entry as its author wrote it, in today's shape. Throws `JournalDamaged` on bytes that this code never wrote. */
export function read({ seq, body, personal, hash }: OpenedEntry): Entry {
  const draft = parse(seq, body)
  const opened = personal === null ? null : openPersonal(parseJson(seq, personal))
  const event = upcast(opened === null ? draft.event : { ...draft.event, personal: opened.personal })
  const salt = opened?.salt === undefined ? {} : { salt: opened.salt }
  return { ...draft, event, ...salt, seq, hash: hex(hash) } as unknown as Entry
}

/** Entries from before commands had intents seal the personal part alone. */
function openPersonal(sealed: unknown): Readonly<{ personal: unknown; salt?: string }> {
  const isSalted = typeof sealed === 'object' && sealed !== null && 'salt' in sealed && 'personal' in sealed
  return isSalted ? (sealed as { personal: unknown; salt: string }) : { personal: sealed }
}

/** Whose key seals the entry. */
export function subjectOf(seq: number, body: string): string {
  const { subject } = parse(seq, body).event
  if (typeof subject !== 'string') throw new JournalDamaged(`entry ${seq} is sealed for nobody`)
  return subject
}

function parse(seq: number, body: string): { readonly event: SealingEvent & Record<string, unknown> } {
  const draft = parseJson(seq, body) as { event?: { type?: unknown } } | null
  if (typeof draft?.event?.type === 'string') return draft as ReturnType<typeof parse>
  throw new JournalDamaged(`entry ${seq} holds no event`)
}

function parseJson(seq: number, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new JournalDamaged(`entry ${seq} is not JSON`, { cause })
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}
