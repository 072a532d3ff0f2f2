import { randomInt } from 'node:crypto'
import { drawToken, hashToken } from '#server/access/tokens.ts'

/** The token goes into a link that is shown once; its hash into the journal. */
export function drawInvitation() {
  const token = drawToken()
  return { token, tokenHash: hashToken(token) }
}

/**
 * The second person's half of a link: sixteen digits, which can be dictated over the telephone. 53 bits, which whoever
 * holds the other half would have to guess at this server's door within the link's week.
 */
export function drawCode() {
  const groups = Array.from({ length: 4 }, () => String(randomInt(10_000)).padStart(4, '0'))
  return { code: groups.join(' '), codeHash: hashToken(groups.join('')) }
}
