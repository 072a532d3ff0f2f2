import { createSecretKey, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { KeyRing } from './seal.ts'

const master = createSecretKey(randomBytes(32))
const alice = 'alice'

test('[J75] every key of a ring opens again under the same master key, in another process too', () => {
  const ring = new KeyRing(master)
  for (let born = 1; born <= 100; born++) {
    const key = ring.create(born)
    const sealed = key.seal(alice, `secret ${born}`)
    const again = new KeyRing(master).unwrap(key.wrapped)
    expect(again.unseal(alice, sealed)).toBe(`secret ${born}`)
  }
})

test('[J76] no two keys are wrapped alike, in one process or in two', () => {
  const rings = [new KeyRing(master), new KeyRing(master)]
  const streams = rings.flatMap((ring) =>
    Array.from({ length: 100 }, () => ring.create(1).wrapped.subarray(6, 22)),
  )
  expect(new Set(streams.map((place) => place.toString('hex'))).size).toBe(200)
})

test('[J77] a sealed part opens for its own subject, key and bytes only', () => {
  const key = new KeyRing(master).create(1)
  const sealed = key.seal(alice, 'secret')
  expect(() => key.unseal('bob', sealed)).toThrow()
  expect(() => new KeyRing(master).create(1).unseal(alice, sealed)).toThrow()
  for (let i = 6; i < sealed.length; i++) {
    const changed = Buffer.from(sealed)
    changed[i] = (changed[i] ?? 0) ^ 1
    expect(() => key.unseal(alice, changed)).toThrow()
  }
  expect(new KeyRing(master).create(2).unseal(alice, sealed)).toBeNull()
})

test('[J78] a wrapped key that was changed, or wrapped by another master key, opens nothing', () => {
  const key = new KeyRing(master).create(1)
  const sealed = key.seal(alice, 'secret')
  const other = createSecretKey(randomBytes(32))
  expect(() => new KeyRing(other).unwrap(key.wrapped).unseal(alice, sealed)).toThrow()
  for (let i = 6; i < key.wrapped.length; i++) {
    const changed = Buffer.from(key.wrapped)
    changed[i] = (changed[i] ?? 0) ^ 1
    expect(() => new KeyRing(master).unwrap(changed).unseal(alice, sealed)).toThrow()
  }
})

test('[J79] no nonce is used twice under a key, whether its cipher was started ahead or not', () => {
  const ring = new KeyRing(master)
  const sealed = Array.from({ length: 50 }, (_, n) => {
    if (n % 2 === 0) ring.prepare()
    const key = ring.create(1)
    const parts = [key.seal(alice, 'secret'), key.seal(alice, 'secret'), key.seal(alice, 'secret')]
    expect(parts.map((part) => key.unseal(alice, part))).toEqual(['secret', 'secret', 'secret'])
    return parts
  })
  const nonces = sealed.flat().map((part) => part.subarray(6, 18).toString('hex'))
  expect(new Set(nonces).size).toBe(150)
})
