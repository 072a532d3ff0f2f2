import { randomBytes } from '@noble/ciphers/utils.js'
import { expect, test } from 'vitest'
import { seal, unseal } from '#client/lib/seal.ts'

const words = { note: 'Cave inondée, une personne âgée seule' }

test('[U281] what is sealed opens under its key and at its place, and nowhere else', () => {
  const key = randomBytes(32)
  const sealed = seal(key, 'drafts/alice/1', words)
  expect(Buffer.from(sealed).includes('inond')).toBe(false)
  expect(unseal(key, 'drafts/alice/1', sealed)).toEqual(words)
  expect(unseal(key, 'drafts/bob/1', sealed)).toBeNull()
  expect(unseal(randomBytes(32), 'drafts/alice/1', sealed)).toBeNull()
})

test('[U281] the same words are never sealed alike, and what is damaged or is no seal at all opens to nothing', () => {
  const key = randomBytes(32)
  const sealed = seal(key, 'a', words)
  expect(seal(key, 'a', words)).not.toEqual(sealed)
  for (let at = 0; at < sealed.length; at += 1) {
    const damaged = sealed.map((byte, n) => (n === at ? byte ^ 1 : byte))
    expect(unseal(key, 'a', damaged)).toBeNull()
  }
  expect(unseal(key, 'a', new Uint8Array())).toBeNull()
})
