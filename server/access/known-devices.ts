import { createHash, createHmac, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { day } from '#shared/lib/time.ts'
import type { PersonId } from '#shared/lib/id.ts'
import { readCookie } from '#server/access/sessions.ts'
import { drawToken } from '#server/access/tokens.ts'

/** As long as browsers keep a cookie. */
export const deviceCookieLength = 400 * day

/**
 * A browser in which somebody has signed in before is recognised by a signed cookie, one for each account. It opens
 * nothing: whoever comes with it has an allowance of attempts of their own, which no stranger can use up.
 *
 * The key is derived from the master key, so that all nodes know it and nothing need be stored.
 */
export class KnownDevices {
  readonly #key: Buffer

  constructor(masterKey: KeyObject) {
    this.#key = Buffer.from(hkdfSync('sha256', masterKey, '', 'console-cip known devices', 32))
  }

  /** The account's cookie on any device. Its name tells nobody whose it is. */
  cookieName(account: PersonId): string {
    return `cip-device-${createHash('sha256').update(account).digest('hex').slice(0, 12)}`
  }

  /** The device's id when it is known for this account; null otherwise. */
  recognise(request: Pick<IncomingMessage, 'headers'>, account: PersonId): string | null {
    const [device = '', signature = ''] = readCookie(request, this.cookieName(account))?.split('.', 2) ?? []
    const [given, expected] = [Buffer.from(signature), Buffer.from(this.#sign(account, device))]
    return given.length === expected.length && timingSafeEqual(given, expected) ? device : null
  }

  /** The cookie's value for a device that is known already, or that becomes so. */
  remember(account: PersonId, known: string | null): string {
    const device = known ?? drawToken()
    return `${device}.${this.#sign(account, device)}`
  }

  #sign(account: PersonId, device: string): string {
    return createHmac('sha256', this.#key).update(`${account} ${device}`).digest('base64url')
  }
}
