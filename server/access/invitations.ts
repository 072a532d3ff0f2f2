import { day } from '#shared/lib/time.ts'
import { drawToken, hashToken } from '#server/access/tokens.ts'

const validFor = 7 * day

/** The token goes into a link that is shown once; its hash into the journal. */
export function drawInvitation(now: number) {
  const token = drawToken()
  return { token, tokenHash: hashToken(token), expiresAt: now + validFor }
}
