import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { bytesToUtf8, managedNonce, utf8ToBytes } from '@noble/ciphers/utils.js'

/*
 * What the browser keeps is sealed: XChaCha20-Poly1305, a nonce drawn for each. The library rather than the browser's
 * own cipher, which a plain http address on a local network does not have and which cannot be waited for at `pagehide`.
 */

const cipher = managedNonce(xchacha20poly1305)

/** `place` is where it will lie: what is moved elsewhere does not open there. */
export function seal(key: Uint8Array, place: string, value: unknown): Uint8Array {
  return cipher(key, utf8ToBytes(place)).encrypt(utf8ToBytes(JSON.stringify(value)))
}

/** Null: another key, another place, or damaged. */
export function unseal(key: Uint8Array, place: string, sealed: Uint8Array): unknown {
  try {
    return JSON.parse(bytesToUtf8(cipher(key, utf8ToBytes(place)).decrypt(sealed)))
  } catch {
    return null
  }
}
