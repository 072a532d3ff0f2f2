import { RateLimiterMemory, type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'

/** Sign-in attempts, counted per account and per address: one does not protect without the other. */
export type SignInLimits = Readonly<{
  /** Seconds to wait before another attempt; 0 when one may be made. Counts this attempt. */
  attempt: (login: string, address: string) => Promise<number>
  /** A success clears the account's count, not the address's: many accounts may be tried from one place. */
  succeeded: (login: string) => Promise<void>
}>

const window = 15 * 60

/** Attempts (`points`) within so many seconds (`duration`). */
export type Settings = Readonly<{ keyPrefix: string; points: number; duration: number }>

/** On one node; `create` keeps the counts elsewhere for several. */
export function createSignInLimits(
  create: (settings: Settings) => RateLimiterAbstract = inMemory,
): SignInLimits {
  const perAccount = create({ keyPrefix: 'account', points: 8, duration: window })
  // A whole préfecture may sit behind one address.
  const perAddress = create({ keyPrefix: 'address', points: 100, duration: window })
  return {
    attempt: async (login, address) =>
      Math.max(await consume(perAccount, login), await consume(perAddress, address)),
    succeeded: async (login) => {
      await perAccount.delete(login)
    },
  }
}

export function inMemory(settings: Settings): RateLimiterMemory {
  return new RateLimiterMemory(settings)
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
