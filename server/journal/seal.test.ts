import { createSecretKey, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { KeyRing, seal, unseal } from './seal.ts'

const master = createSecretKey(randomBytes(32))
const alice = 'alice'

test('[J75] every key of a ring opens again under the same master key, in another process too', () => {
  const ring = new KeyRing(master)
  for (let born = 1; born <= 100; born++) {
    const key = ring.create(born)
    const sealed = seal(key, alice, `secret ${born}`)
    const again = new KeyRing(master).unwrap(key.wrapped)
    expect(again.secret.equals(key.secret)).toBe(true)
    expect(unseal(again, alice, sealed)).toBe(`secret ${born}`)
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
  const sealed = seal(key, alice, 'secret')
  expect(() => unseal(key, 'bob', sealed)).toThrow()
  expect(() => unseal(new KeyRing(master).create(1), alice, sealed)).toThrow()
  for (let i = 6; i < sealed.length; i++) {
    const changed = Buffer.from(sealed)
    changed[i] = (changed[i] ?? 0) ^ 1
    expect(() => unseal(key, alice, changed)).toThrow()
  }
  expect(unseal(new KeyRing(master).create(2), alice, sealed)).toBeNull()
})

test('[J78] a wrapped key that was changed, or wrapped by another master key, opens nothing', () => {
  const key = new KeyRing(master).create(1)
  const sealed = seal(key, alice, 'secret')
  const other = createSecretKey(randomBytes(32))
  expect(() => unseal(new KeyRing(other).unwrap(key.wrapped), alice, sealed)).toThrow()
  for (let i = 6; i < key.wrapped.length; i++) {
    const changed = Buffer.from(key.wrapped)
    changed[i] = (changed[i] ?? 0) ^ 1
    expect(() => unseal(new KeyRing(master).unwrap(changed), alice, sealed)).toThrow()
  }
})
