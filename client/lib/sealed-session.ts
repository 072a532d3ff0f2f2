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

/** Of this person, those that begin so. */
export function sealedNames(start: string): readonly string[] {
  const keys = heldKeys()
  if (keys === null) return []
  const end = `.${keys.person}`
  return places()
    .filter((place) => place.startsWith(`${drawer}${start}`) && place.endsWith(end))
    .map((place) => place.slice(drawer.length, -end.length))
}

/** Whosever it is: no key is needed to throw it away. */
export function dropSealed(isMeant: (name: string) => boolean): void {
  for (const place of places()) {
    const name = place.slice(drawer.length, place.lastIndexOf('.'))
    if (place.startsWith(drawer) && isMeant(name)) sessionStorage.removeItem(place)
  }
}

const drawer = 'cip.sealed.'

function placeOf(name: string, person: string): string {
  return `${drawer}${name}.${person}`
}

function places(): readonly string[] {
  try {
    return Array.from(sessionStorage, (_, n) => sessionStorage.key(n) ?? '')
  } catch {
    return []
  }
}
