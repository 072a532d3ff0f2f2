import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { JournalDamaged } from './port.ts'
import { pack, unpack } from './redis-packing.ts'

const bytes = (size: { minLength: number; maxLength?: number }) =>
  fc.uint8Array(size).map((array) => Buffer.from(array))
const entry = fc.record({
  body: fc.string({ unit: 'grapheme' }),
  sealed: fc.option(bytes({ minLength: 1 })),
  hash: bytes({ minLength: 32, maxLength: 32 }),
})
const batch = fc.array(entry, { minLength: 1, maxLength: 8 })

test('[J28] a packed batch is read back as it was, numbered up to its last entry', () => {
  fc.assert(
    fc.property(batch, fc.nat(), (entries, before) => {
      const rows = entries.map((one, i) => ({ ...one, seq: before + 1 + i }))
      expect(unpack(pack(entries), before + entries.length)).toEqual(rows)
    }),
  )
})

test('[J28] a packed batch that was cut inside an entry is damaged', () => {
  fc.assert(
    fc.property(batch, fc.nat(), (entries, n) => {
      const packed = pack(entries)
      const last = pack(entries.slice(-1)).length
      const cut = packed.subarray(0, packed.length - 1 - (n % (last - 1)))
      expect(() => unpack(cut, entries.length)).toThrow(JournalDamaged)
    }),
  )
})
