import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, safe in a URL fragment and in a cookie. */
export function drawToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token: it has full entropy, so a plain SHA-256 can't be turned back. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
