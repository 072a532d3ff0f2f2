import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * What opens an account that two people gave: the link that the first holds and the code that the second was shown. Both
 * come as SHA-256 hex; neither half, nor any other half, gives the whole (ADR 19).
 */
export function joinHalves(link: string, code: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${link}.${code}`)))
}
