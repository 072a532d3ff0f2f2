/**
 * Personal data is sealed with AES-256-GCM under a random key of its subject; that key is stored wrapped by the
 * installation's master key. Destroying the wrapped key is what erases the subject: a key derived from something kept
 * could be derived again.
 *
 * Keys are wrapped with AES-256-CTR: each process draws a nonce and wraps one key after the other along the same key
 * stream, which costs a tenth of RFC 3394 (a cipher of its own per key). The wrapping hides and does not authenticate;
 * it need not, since a key that was tampered with opens nothing that GCM would let pass.
 *
 * A subject that is spoken of again after it was erased gets a new key. `born`, the seq of the entry that a key was made
 * for, stands in front of both key and sealed part and tells an entry whose key is gone from one that was tampered with.
 *
 *     wrapped key   born (6 bytes) · nonce (12 bytes) · block (4 bytes) · key (32 bytes, encrypted)
 *     sealed part   born (6 bytes) · nonce (12 bytes) · ciphertext · tag (16 bytes), the subject as associated data
 */
import {
  type CipherGCM,
  type Cipheriv,
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hash,
  type KeyObject,
  randomFillSync,
} from 'node:crypto'

const bornSize = 6
const nonceSize = 12
const tagSize = 16
const keySize = 32
const algorithm = 'aes-256-gcm'
const wrapping = 'aes-256-ctr'
const blockSize = 16
const counterSize = 4
/** Well before the counter's 32 bits run into the nonce. */
const lastBlock = 2 ** 31

/** Seq of the entry that a wrapped key was made for. */
export function bornOf(wrapped: Uint8Array): number {
  return Buffer.from(wrapped).readUIntBE(0, bornSize)
}

/** A key drawn ahead, with the cipher of its first sealing: neither knows yet whose it will be. */
type Spare = Readonly<{ secret: KeyObject; wrapped: Buffer; cipher: Cipher }>

/** Makes and opens the subjects' keys under one master key. */
export class KeyRing {
  readonly #master: KeyObject
  #nonce: Buffer = Buffer.alloc(0)
  #stream: Cipheriv | null = null
  #block = 0
  #spare: Spare | null = null

  constructor(master: KeyObject) {
    this.#master = master
  }

  create(born: number): SubjectKey {
    return bear(this.#draw(), born)
  }

  /** Seals for a subject who is to be new, before it is known at which entry. */
  sealAhead(subject: string, plain: string): SealedAhead {
    return new SealedAhead(this.#draw(), subject, plain)
  }

  /** Makes what `create` will give next, while nobody waits for it. */
  prepare(): void {
    this.#spare ??= this.#make()
  }

  #draw(): Spare {
    const spare = this.#spare ?? this.#make()
    this.#spare = null
    return spare
  }

  #make(): Spare {
    if (this.#stream === null || this.#block >= lastBlock) this.#start()
    const bytes = random(keySize)
    const wrapped = Buffer.alloc(bornSize + blockSize + keySize)
    wrapped.set(this.#nonce, bornSize)
    wrapped.writeUInt32BE(this.#block, bornSize + nonceSize)
    wrapped.set(this.#encrypt(bytes), bornSize + blockSize)
    const secret = createSecretKey(bytes)
    bytes.fill(0)
    return { secret, wrapped, cipher: startCipher(secret) }
  }

  unwrap(stored: Uint8Array): SubjectKey {
    const wrapped = Buffer.from(stored)
    const iv = wrapped.subarray(bornSize, bornSize + blockSize)
    const bytes = createDecipheriv(wrapping, this.#master, iv).update(wrapped.subarray(bornSize + blockSize))
    const secret = createSecretKey(bytes)
    bytes.fill(0)
    return new SubjectKey({ born: bornOf(wrapped), secret, wrapped })
  }

  #start(): void {
    this.#nonce = random(nonceSize)
    this.#block = 0
    this.#stream = createCipheriv(
      wrapping,
      this.#master,
      Buffer.concat([this.#nonce, Buffer.alloc(counterSize)]),
    )
  }

  #encrypt(bytes: Buffer): Buffer {
    if (this.#stream === null) throw new Error('the key stream is not started')
    this.#block += keySize / blockSize
    return this.#stream.update(bytes)
  }
}

function bear({ secret, wrapped, cipher }: Spare, born: number): SubjectKey {
  wrapped.writeUIntBE(born, 0, bornSize)
  return new SubjectKey({ born, secret, wrapped }, cipher)
}

/** A sealed part and its new key, to whose front the entry's place is still to be written. */
export class SealedAhead {
  readonly #spare: Spare
  readonly #sealed: Buffer

  constructor(spare: Spare, subject: string, plain: string) {
    this.#spare = spare
    this.#sealed = bear(spare, 0).seal(subject, plain)
  }

  /** For entry `born`, once. */
  bear(born: number): Readonly<{ key: SubjectKey; sealed: Buffer }> {
    const { secret, wrapped } = this.#spare
    wrapped.writeUIntBE(born, 0, bornSize)
    this.#sealed.writeUIntBE(born, 0, bornSize)
    return { key: new SubjectKey({ born, secret, wrapped }), sealed: this.#sealed }
  }
}

/** Good for one sealing: a nonce must never be used twice under one key, and Node refuses a cipher that has ended. */
type Cipher = Readonly<{ nonce: Buffer; cipher: CipherGCM }>

function startCipher(secret: KeyObject): Cipher {
  const nonce = random(nonceSize)
  return { nonce, cipher: createCipheriv(algorithm, secret, nonce) }
}

type KeyParts = Readonly<{ born: number; secret: KeyObject; wrapped: Buffer }>

/** Seals and opens what one subject's events say of a person. */
export class SubjectKey {
  /** Seq of the entry that it was made for. */
  readonly born: number
  /** As the journal stores it. */
  readonly wrapped: Buffer
  readonly #secret: KeyObject
  /** Starting a cipher is half of a sealing: the first one's may be started ahead. */
  #started: Cipher | null

  constructor({ born, secret, wrapped }: KeyParts, started: Cipher | null = null) {
    this.born = born
    this.wrapped = wrapped
    this.#secret = secret
    this.#started = started
  }

  seal(subject: string, plain: string): Buffer {
    const { nonce, cipher } = this.#started ?? startCipher(this.#secret)
    this.#started = null
    cipher.setAAD(Buffer.from(subject))
    const text = cipher.update(plain, 'utf8')
    cipher.final()
    return Buffer.concat([this.wrapped.subarray(0, bornSize), nonce, text, cipher.getAuthTag()])
  }

  /** Null when it was sealed under an earlier key, which is destroyed. Throws when the bytes were tampered with. */
  unseal(subject: string, stored: Uint8Array): string | null {
    const sealed = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength)
    const born = sealed.readUIntBE(0, bornSize)
    if (born < this.born) return null
    if (born > this.born) throw new Error('sealed under a key that was made after this one')
    const nonce = sealed.subarray(bornSize, bornSize + nonceSize)
    const decipher = createDecipheriv(algorithm, this.#secret, nonce, { authTagLength: tagSize })
    decipher.setAAD(Buffer.from(subject))
    decipher.setAuthTag(sealed.subarray(-tagSize))
    return (
      decipher.update(sealed.subarray(bornSize + nonceSize, -tagSize), undefined, 'utf8') +
      decipher.final('utf8')
    )
  }
}

/**
 * For what is not kept in the journal and no erasure must find: under the master key itself.
 *
 *     nonce (12 bytes) · ciphertext · tag (16 bytes)
 */
export function encrypt(master: KeyObject, plain: Buffer): Buffer {
  const { nonce, cipher } = startCipher(master)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Null when the bytes were not encrypted under this key, or were tampered with. */
export function decrypt(master: KeyObject, bytes: Buffer): Buffer | null {
  try {
    const nonce = bytes.subarray(0, nonceSize)
    const decipher = createDecipheriv(algorithm, master, nonce, { authTagLength: tagSize })
    decipher.setAuthTag(bytes.subarray(-tagSize))
    return Buffer.concat([decipher.update(bytes.subarray(nonceSize, -tagSize)), decipher.final()])
  } catch {
    return null
  }
}

/** Says whether two processes hold the same master key without telling the key: stored beside the journal. */
export function fingerprint(master: KeyObject): string {
  return hash('sha256', Buffer.concat([Buffer.from('cip master key\0'), master.export()]), 'hex').slice(0, 16)
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
