/**
 * A batch of entries as one value of the stream, one entry after the other:
 *
 *     length of body    4 bytes, big-endian
 *     body              UTF-8
 *     length of sealed  4 bytes, big-endian, 0 when the entry seals nothing
 *     sealed
 *     hash              32 bytes
 */
import { JournalDamaged } from './port.ts'
import type { StoredEntry } from './stored.ts'

const hashSize = 32
const lengthSize = 4

export type Packable = Readonly<{ body: string; sealed: Uint8Array | null; hash: Uint8Array }>

export function pack(entries: readonly Packable[]): Buffer {
  return Buffer.concat(
    entries.flatMap(({ body, sealed, hash }) => {
      const text = Buffer.from(body)
      const seal = sealed ?? Buffer.alloc(0)
      return [lengthOf(text), text, lengthOf(seal), seal, hash]
    }),
  )
}

function lengthOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(lengthSize)
  length.writeUInt32BE(bytes.length)
  return length
}

/** `last`: seq of the batch's last entry. Throws `JournalDamaged` on bytes that `pack` never made. */
export function unpack(packed: Buffer, last: number): readonly StoredEntry[] {
  const rows: Omit<StoredEntry, 'seq'>[] = []
  let at = 0
  const take = (size: number) => {
    if (at + size > packed.length) throw new JournalDamaged(`the batch up to entry ${last} is cut short`)
    return packed.subarray(at, (at += size))
  }
  while (at < packed.length) {
    const body = take(take(lengthSize).readUInt32BE()).toString()
    const sealed = take(take(lengthSize).readUInt32BE())
    rows.push({ body, sealed: sealed.length === 0 ? null : sealed, hash: take(hashSize) })
  }
  return rows.map((row, i) => ({ ...row, seq: last - rows.length + 1 + i }))
}
