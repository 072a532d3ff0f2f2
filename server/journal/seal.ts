/**
 * Personal data is sealed with AES-256-GCM under a random key of its subject; that key is stored wrapped (AES-KW,
 * RFC 3394) by the installation's master key. Destroying the wrapped key is what erases the subject: a key derived
 * from something kept could be derived again.
 *
 * A subject that is spoken of again after it was erased gets a new key. `born`, the seq of the first entry under a
 * key, stands in front of both key and sealed part and tells an entry whose key is gone from one that was tampered with.
 *
 *     wrapped key   born (6 bytes) · AES-KW(master, key) (40 bytes)
 *     sealed part   born (6 bytes) · nonce (12 bytes) · ciphertext · tag (16 bytes), the subject as associated data
 */
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hash,
  type KeyObject,
  randomFillSync,
} from 'node:crypto'

export type SubjectKey = Readonly<{
  /** Seq of the first entry sealed under it. */
  born: number
  secret: KeyObject
  /** As the journal stores it. */
  wrapped: Buffer
}>

const bornSize = 6
const nonceSize = 12
const tagSize = 16
const keySize = 32
const algorithm = 'aes-256-gcm'
const wrapping = 'id-aes256-wrap'
const wrapIv = Buffer.from('A6A6A6A6A6A6A6A6', 'hex')

export function createSubjectKey(master: KeyObject, born: number): SubjectKey {
  const bytes = random(keySize)
  const cipher = createCipheriv(wrapping, master, wrapIv)
  const wrapped = Buffer.concat([bornBytes(born), cipher.update(bytes)])
  const secret = createSecretKey(bytes)
  bytes.fill(0)
  return { born, secret, wrapped }
}

/** Throws when the master key is not the one that wrapped it. */
export function unwrapKey(master: KeyObject, stored: Uint8Array): SubjectKey {
  const wrapped = Buffer.from(stored)
  const decipher = createDecipheriv(wrapping, master, wrapIv)
  const bytes = decipher.update(wrapped.subarray(bornSize))
  decipher.final()
  const secret = createSecretKey(bytes)
  bytes.fill(0)
  return { born: wrapped.readUIntBE(0, bornSize), secret, wrapped }
}

export function seal(key: SubjectKey, subject: string, plain: string): Buffer {
  const nonce = random(nonceSize)
  const cipher = createCipheriv(algorithm, key.secret, nonce)
  cipher.setAAD(Buffer.from(subject))
  const text = cipher.update(plain, 'utf8')
  cipher.final()
  return Buffer.concat([key.wrapped.subarray(0, bornSize), nonce, text, cipher.getAuthTag()])
}

/** Null when it was sealed under an earlier key, which is destroyed. Throws when the bytes were tampered with. */
export function unseal(key: SubjectKey, subject: string, stored: Uint8Array): string | null {
  const sealed = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength)
  if (sealed.readUIntBE(0, bornSize) !== key.born) return null
  const nonce = sealed.subarray(bornSize, bornSize + nonceSize)
  const decipher = createDecipheriv(algorithm, key.secret, nonce, { authTagLength: tagSize })
  decipher.setAAD(Buffer.from(subject))
  decipher.setAuthTag(sealed.subarray(-tagSize))
  return (
    decipher.update(sealed.subarray(bornSize + nonceSize, -tagSize), undefined, 'utf8') +
    decipher.final('utf8')
  )
}

/** Says whether two processes hold the same master key without telling the key: stored beside the journal. */
export function fingerprint(master: KeyObject): string {
  return hash('sha256', Buffer.concat([Buffer.from('cip master key\0'), master.export()]), 'hex').slice(0, 16)
}

function bornBytes(born: number): Buffer {
  const bytes = Buffer.alloc(bornSize)
  bytes.writeUIntBE(born, 0, bornSize)
  return bytes
}

// Asking the operating system for each nonce costs more than using it.
const pool = Buffer.alloc(16_384)
let used = pool.length

function random(size: number): Buffer {
  if (used + size > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = Buffer.from(pool.subarray(used, used + size))
  pool.fill(0, used, used + size)
  used += size
  return bytes
}
