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
}>

/** An event with its place in the journal. */
export type Entry = Draft &
  Readonly<{
    /** 1 for the first entry; no gaps. */
    seq: number
    /** Hex SHA-256 over the previous entry's hash and this entry's stored bytes. */
    hash: string
  }>

/** What a console receives: the hash stays with the journal, whose chain covers bytes that consoles never see. */
export type LiveEntry = Omit<Entry, 'hash'>
