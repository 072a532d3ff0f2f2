import { RateLimiterMemory, type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'
import type { PersonId } from '#shared/lib/id.ts'
import { networkOf } from '#server/access/network.ts'

/** One attempt to prove who one is. */
export type Attempt = Readonly<{
  /** As typed: an unknown login is counted like a known one, or the answers would tell which is which. */
  login: string
  account: PersonId | null
  /** When an administrator last unlocked the account: what was counted before no longer counts. */
  unlockedAt: number | null
  /** The browser, when somebody has signed in to this account from it before. */
  device: string | null
  address: string
}>

type Verdict = Readonly<{
  /** Seconds to wait before another attempt; 0 when this one may be made. */
  wait: number
  /** A limit has just been reached, for the first time in a while: worth a fact in the journal. */
  isNews: boolean
}>

/**
 * Attempts to sign in. A known device has an allowance of its own for its account; everybody else shares one per account
 * and network, one per account, and one per network. So nobody who tries an account can keep its owner out of it.
 */
export type SignInLimits = Readonly<{
  /** Counts this attempt, where it is refused against the limit that refuses it alone. */
  attempt: (attempt: Attempt) => Promise<Verdict>
  /** Takes back an attempt that was let through and that nobody had the time to look at. */
  unseen: (attempt: Attempt) => Promise<void>
  /**
   * Clears what was counted for this account from there. Of the network's count it takes back its own attempt alone: many
   * accounts may be tried from one place.
   */
  succeeded: (attempt: Attempt) => Promise<void>
}>

type Count = readonly [limiter: RateLimiterAbstract, key: string]

const window = 15 * 60

/** Attempts (`points`) within so many seconds (`duration`). */
export type Settings = Readonly<{ keyPrefix: string; points: number; duration: number }>

/** On one node; `create` keeps the counts elsewhere for several. */
export function createSignInLimits(
  create: (settings: Settings) => RateLimiterAbstract = inMemory,
): SignInLimits {
  const perDevice = create({ keyPrefix: 'device', points: 8, duration: window })
  const perPlace = create({ keyPrefix: 'place', points: 8, duration: window })
  // From unknown devices of all networks together: more than colleagues at new desks need, too few to guess.
  const perAccount = create({ keyPrefix: 'account', points: 60, duration: window })
  // A whole préfecture may sit behind one address.
  const perNetwork = create({ keyPrefix: 'network', points: 100, duration: window })
  const news = create({ keyPrefix: 'news', points: 1, duration: window })

  const firstThatRefuses = async (attempt: Attempt): Promise<Verdict> => {
    const counts = countsOf(attempt)
    for (const [n, [limiter, key]] of counts.entries()) {
      const verdict = await consume(limiter, key)
      if (verdict.wait === 0) continue
      // One desk that goes on trying must not use up the whole préfecture's attempts.
      await giveBack(counts.slice(0, n))
      return verdict
    }
    return { wait: 0, isNews: false }
  }
  // The network first: where it refuses, no login that was made up begins a count of its own.
  const countsOf = (attempt: Attempt): readonly Count[] => {
    const { device, address } = attempt
    const account = accountKey(attempt)
    if (device !== null) return [[perDevice, `${account} ${device}`]]
    const network = networkOf(address)
    return [
      [perNetwork, network],
      [perPlace, `${account} ${network}`],
      [perAccount, account],
    ]
  }
  return {
    attempt: async (attempt) => {
      const { wait, isNews } = await firstThatRefuses(attempt)
      if (!isNews) return { wait, isNews }
      const told = await consume(news, attempt.account ?? '')
      return { wait, isNews: told.wait === 0 }
    },
    unseen: (attempt) => giveBack(countsOf(attempt)),
    succeeded: async (attempt) => {
      const { device, address } = attempt
      const account = accountKey(attempt)
      const network = networkOf(address)
      if (device === null) {
        await perPlace.delete(`${account} ${network}`)
        await perAccount.reward(account)
        await perNetwork.reward(network)
      } else await perDevice.delete(`${account} ${device}`)
    },
  }
}

export function inMemory(settings: Settings): RateLimiterMemory {
  return new RateLimiterMemory(settings)
}

function accountKey({ login, unlockedAt }: Attempt): string {
  return `${login} ${unlockedAt ?? ''}`
}

async function giveBack(counts: readonly Count[]): Promise<void> {
  await Promise.all(counts.map(([limiter, key]) => limiter.reward(key)))
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<Verdict> {
  try {
    await limiter.consume(key)
    return { wait: 0, isNews: false }
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection
    const isNews = rejection.consumedPoints === limiter.points + 1
    return { wait: Math.max(1, Math.ceil(rejection.msBeforeNext / 1000)), isNews }
  }
}
