import { createSecretKey } from 'node:crypto'
import { expect, test } from 'vitest'
import { personId } from '../../test/support/drafts.ts'
import { authorKeyOf } from '#server/access/author-key.ts'

const key = (fill: number) => createSecretKey(Buffer.alloc(32, fill))

test('[U280] an author’s key is the same at every asking, another for everybody else, and goes with the master key', () => {
  const hers = authorKeyOf(key(1), personId(1))
  expect(hers).toMatch(/^[0-9a-f]{64}$/)
  expect(authorKeyOf(key(1), personId(1))).toBe(hers)
  expect(authorKeyOf(key(1), personId(2))).not.toBe(hers)
  expect(authorKeyOf(key(2), personId(1))).not.toBe(hers)
})
