/**
 * The hash chain, the same for every adapter and for `npm run verify`.
 *
 * Each entry's hash is SHA-256 over these bytes, in this order:
 *
 *     previous hash   32 bytes (32 zeros before the first entry)
 *     length of body   4 bytes, big-endian
 *     body             UTF-8, exactly as stored
 *     length of sealed 4 bytes, big-endian, 0 when the entry seals nothing
 *     sealed           exactly as stored
 *
 * The lengths make the boundary between body and sealed part unambiguous. A place in the journal needs no bytes of its
 * own: it follows from the previous hash. The sealed bytes stay when a subject is erased (only its key goes), so the
 * chain still verifies.
 */
import { hash } from 'node:crypto'

const hashSize = 32

/** What stands before the first entry. */
export const genesis: Buffer = Buffer.alloc(hashSize)

// One growing buffer for the process: a fresh one per entry costs more than the hash itself. Safe because `link` is
// synchronous and gives out copies.
let scratch = Buffer.alloc(8192)

/** The hash of an entry that follows `previous`. */
export function link(previous: Uint8Array, body: string, sealed: Uint8Array | null): Buffer {
  const sealedSize = sealed?.length ?? 0
  // A UTF-16 unit takes at most three bytes in UTF-8: enough room without measuring the text first.
  reserve(hashSize + 4 + body.length * 3 + 4 + sealedSize)
  scratch.set(previous, 0)
  const bodySize = scratch.write(body, hashSize + 4)
  scratch.writeUInt32BE(bodySize, hashSize)
  const end = scratch.writeUInt32BE(sealedSize, hashSize + 4 + bodySize)
  if (sealed !== null) scratch.set(sealed, end)
  // 'binary' and back is twice as fast as asking `hash` for a buffer.
  return Buffer.from(hash('sha256', scratch.subarray(0, end + sealedSize), 'binary'), 'binary')
}

function reserve(size: number): void {
  if (scratch.length < size) scratch = Buffer.alloc(size * 2)
}
