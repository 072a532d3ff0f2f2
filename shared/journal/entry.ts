import type { Event } from '#shared/event.ts'
import type { Author, CommandId, CrisisId } from '#shared/lib/id.ts'

/** An event before the journal has given it its place. */
export type Draft = Readonly<{
  /** Milliseconds since the epoch, read once from the server's clock when the command was decided. */
  at: number
  by: Author
  /** Null for standing data (roster, templates, accounts), which belongs to no crisis. */
  crisis: CrisisId | null
  command: CommandId
  event: Event
  /** On a command's first event: what it asked for (server/journal/intent.ts). Entries of before have none. */
  intent?: Intent
  /** Sealed with `event.personal`, and gone with it: part of the intent. */
  salt?: string
}>

/** Tells a command's words from others under the same id, without saying them. */
type Intent = Readonly<{
  digest: string
  /** How many of the command's entries hold a salt: once one is erased, the digest tells nothing any more. */
  salts: number
}>

/** An event with its place in the journal. */
export type Entry = Draft &
  Readonly<{
    /** 1 for the first entry; no gaps. */
    seq: number
    /** Hex SHA-256 over the previous entry's hash and this entry's stored bytes. */
    hash: string
  }>

/** A place in a journal: the hash covers all that stands before it, whereas the number is given again in another history. */
export type Position = Readonly<Pick<Entry, 'seq' | 'hash'>>

/** What a console receives: hash and intent stay with the journal. The chain covers bytes that consoles never see. */
export type LiveEntry = Omit<Entry, 'hash' | 'intent' | 'salt'>

export function toLive({ hash: _hash, intent: _intent, salt: _salt, ...live }: Entry): LiveEntry {
  return live
}
