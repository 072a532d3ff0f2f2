import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { FewAtOnce } from '#server/access/few-at-once.ts'

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2)

// OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const

/** At least 12 characters, ANSSI's floor for a password that sign-in limits protect. */
export const Password = z.string().min(12).max(200)

const derivations = new FewAtOnce({ atOnce: 2, longestQueue: 32 })

/** A verifier in PHC form, so that its cost can be raised later without breaking the ones at rest. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const parameters = { message: password.normalize('NFKC'), nonce: salt, ...cost }
  const tag = await derivations.run(() => derive('argon2id', parameters), { isFirst: true })
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

type Verifying = Readonly<{
  password: string
  /** Null: there is none. It takes the same time. */
  verifier: string | null
  /** Whoever is known here waits for no stranger. */
  isKnown: boolean
}>

/** False for a wrong password and for a verifier that is none. Throws 503 when too many ask. */
export async function verifyPassword({ password, verifier, isKnown }: Verifying): Promise<boolean> {
  const { memory, passes, parallelism, salt, tag } = parseVerifier(verifier ?? decoy)
  const parameters = {
    message: password.normalize('NFKC'),
    nonce: salt,
    memory,
    passes,
    parallelism,
    tagLength: tag.length,
  }
  const given = await derivations.run(() => derive('argon2id', parameters), { isFirst: isKnown })
  return timingSafeEqual(given, tag) && verifier !== null
}

// Verified for logins that do not exist, so that the time of the answer tells nothing.
const decoy = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

function parseVerifier(verifier: string) {
  const match = phc.exec(verifier)
  if (match === null) throw new Error('a stored password verifier is not in PHC form')
  const [, memory, passes, parallelism, salt = '', tag = ''] = match
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
