/**
 * What one node has just stored, told to the others as it is: reading it from the stream would cost each of them two
 * questions to Redis, for the entries and then for their subjects' keys, before its consoles see anything. The stream
 * stays what counts: an announcement that is lost or unreadable is read from there a moment later.
 *
 * Redis passes it on and keeps nothing of it. It holds personal data, hence encrypted with the master key.
 */
import type { KeyObject } from 'node:crypto'
import type { Entry } from '#shared/journal/entry.ts'
import { decrypt, encrypt } from './seal.ts'
import { upcast } from './upcast.ts'

type Announcement = Readonly<{
  /** Hash of the entry on which the first one stands, in hexadecimal. */
  after: string | null
  entries: readonly Entry[]
}>

export function announce(masterKey: KeyObject, previous: Buffer | null, entries: readonly Entry[]): Buffer {
  const told: Announcement = { after: previous?.toString('hex') ?? null, entries }
  return encrypt(masterKey, Buffer.from(JSON.stringify(told)))
}

/** Nothing when it was announced under another master key, or by a version that tells something else. */
export function readAnnouncement(masterKey: KeyObject, message: Buffer): Announcement {
  const plain = decrypt(masterKey, message)
  const told = plain === null ? null : (JSON.parse(plain.toString()) as Partial<Announcement> | null)
  if (!Array.isArray(told?.entries) || typeof told.after !== 'string') return { after: null, entries: [] }
  const entries: readonly Entry[] = told.entries
  return {
    after: told.after,
    entries: entries.map((entry) => ({ ...entry, event: upcast(entry.event) }) as Entry),
  }
}
