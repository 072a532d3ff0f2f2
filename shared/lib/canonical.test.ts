import { assert, jsonValue, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, canonicalPieces } from '#shared/lib/canonical.ts'

test('[R273] a text written in pieces is the text written at once, however deep the pieces', () => {
  assert(
    property(jsonValue(), nat(4), (value, depth) => {
      expect([...canonicalPieces(value, depth)].join('')).toBe(canonical(value))
    }),
  )
  const unsaid = { a: undefined, b: [undefined, 1], c: {} }
  expect([...canonicalPieces(unsaid, 2)].join('')).toBe(canonical(unsaid))
})
