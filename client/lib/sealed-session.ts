import { bytesToHex, hexToBytes } from '@noble/ciphers/utils.js'
import { heldKeys } from '#client/lib/keyring.ts'
import { seal, unseal } from '#client/lib/seal.ts'

/*
 * What goes with the tab, sealed for its author: a browser writes `sessionStorage` to its files while the tab lives, and
 * to bring the tab back after a crash.
 */

/** Null: nothing there, or not this person's. */
export function readSealed(name: string): unknown {
  const keys = heldKeys()
  if (keys === null) return null
  const place = placeOf(name, keys.person)
  try {
    const kept = sessionStorage.getItem(place)
    return kept === null ? null : unseal(keys.author, place, hexToBytes(kept))
  } catch {
    return null
  }
}

/** Throws where storage is refused or full. */
export function writeSealed(name: string, value: unknown): void {
  const keys = heldKeys()
  if (keys === null) return
  const place = placeOf(name, keys.person)
  if (value === null) sessionStorage.removeItem(place)
  else sessionStorage.setItem(place, bytesToHex(seal(keys.author, place, value)))
}

function placeOf(name: string, person: string): string {
  return `cip.sealed.${name}.${person}`
}
