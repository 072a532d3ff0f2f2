import { createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { Hmac } from '#server/lib/hmac.ts'

test('[X140] a digest under a key is that of every other HMAC-SHA-256, whatever the lengths', () => {
  for (const size of [0, 1, 22, 32, 63, 64]) {
    const key = randomBytes(size)
    const hmac = new Hmac(key)
    for (const text of ['', 'é', 'Odile Garnier 🌊', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(5_000)]) {
      expect(hmac.of(text)).toEqual(createHmac('sha256', key).update(text).digest())
    }
  }
})

test('a key that would have to be shortened first is a mistake', () => {
  expect(() => new Hmac(randomBytes(65))).toThrow('65 bytes')
})
