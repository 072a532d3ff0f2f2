import { hkdfSync, type KeyObject } from 'node:crypto'
import type { PersonId } from '#shared/lib/id.ts'

const size = 32

/**
 * The key under which a person's browsers keep what they have begun and not yet said. Derived, not drawn: it is the same
 * in every browser, on every node and after any restart, and is kept nowhere. Given to that person's consoles alone.
 */
export function authorKeyOf(masterKey: KeyObject, person: PersonId): string {
  return Buffer.from(hkdfSync('sha256', masterKey, '', `cip author's browser: ${person}`, size)).toString(
    'hex',
  )
}
