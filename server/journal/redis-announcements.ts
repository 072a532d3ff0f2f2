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

export function announce(masterKey: KeyObject, entries: readonly Entry[]): Buffer {
  return encrypt(masterKey, Buffer.from(JSON.stringify(entries)))
}

/** Empty when it was announced under another master key, or by a version that tells something else. */
export function readAnnouncement(masterKey: KeyObject, message: Buffer): readonly Entry[] {
  const plain = decrypt(masterKey, message)
  const told: unknown = plain === null ? null : JSON.parse(plain.toString())
  return Array.isArray(told)
    ? told.map((entry: Entry) => ({ ...entry, event: upcast(entry.event) }) as Entry)
    : []
}
