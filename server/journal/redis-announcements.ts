/**
 * What one node has just stored, told to the others as it is: reading it from the stream would cost each of them two
 * questions to Redis, for the entries and then for their subjects' keys, before its consoles see anything. The stream
 * stays what counts: an announcement that is lost or unreadable is read from there a moment later.
 *
 * Redis passes it on and keeps nothing of it. It holds personal data, hence encrypted with the master key.
 */
import type { KeyObject } from 'node:crypto'
import type { Entry } from '#shared/journal/entry.ts'
import type { Batch } from './redis-script.ts'
import { decrypt, encrypt } from './seal.ts'
import { read } from './stored.ts'

type Announced = readonly [body: string, personal: string | null, hash: string]

export function announce(masterKey: KeyObject, { head, entries }: Batch): Buffer {
  const announced = entries.map(({ body, personal, hash }): Announced => [
    body,
    personal,
    hash.toString('hex'),
  ])
  return encrypt(masterKey, Buffer.from(JSON.stringify({ head, announced })))
}

/** Empty when it was announced under another master key. */
export function readAnnouncement(masterKey: KeyObject, message: Buffer): readonly Entry[] {
  const plain = decrypt(masterKey, message)
  if (plain === null) return []
  const { head, announced } = JSON.parse(plain.toString()) as {
    head: number
    announced: readonly Announced[]
  }
  return announced.map(([body, personal, hash], i) =>
    read({ seq: head + 1 + i, body, personal, hash: Buffer.from(hash, 'hex') }),
  )
}
