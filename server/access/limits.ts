import { RateLimiterMemory, type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'

/** Sign-in attempts, counted per account and per address: one does not protect without the other. */
export type SignInLimits = Readonly<{
  /** Seconds to wait before another attempt; 0 when one may be made. Counts this attempt. */
  attempt: (login: string, address: string) => Promise<number>
  /** A success clears the account's count, not the address's: many accounts may be tried from one place. */
  succeeded: (login: string) => Promise<void>
}>

const window = 15 * 60

export function createSignInLimits(
  create: (prefix: string, points: number, duration: number) => RateLimiterAbstract = inMemory,
): SignInLimits {
  const perAccount = create('account', 8, window)
  // A whole préfecture may sit behind one address.
  const perAddress = create('address', 100, window)
  return {
    attempt: async (login, address) =>
      Math.max(await consume(perAccount, login), await consume(perAddress, address)),
    succeeded: async (login) => {
      await perAccount.delete(login)
    },
  }
}

function inMemory(keyPrefix: string, points: number, duration: number): RateLimiterAbstract {
  return new RateLimiterMemory({ keyPrefix, points, duration })
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return Math.ceil(rejection.msBeforeNext / 1000)
    throw rejection
  }
}
