import { expect, test } from 'vitest'
import type { Attempt, SignInLimits } from '#server/access/limits.ts'
import { personId } from '../support/drafts.ts'

const alice: Attempt = {
  login: 'alice',
  account: personId(1),
  unlockedAt: null,
  device: null,
  address: '192.0.2.1',
}

/** What every place to count in keeps. `start` begins with nothing counted. */
export function signInLimitsContract(start: () => Promise<SignInLimits>): void {
  /** How many of `count` attempts are let through. */
  const passed = async (limits: SignInLimits, count: number, attempt: (n: number) => Attempt) => {
    let through = 0
    for (let n = 0; n < count; n += 1) if ((await limits.attempt(attempt(n))).wait === 0) through += 1
    return through
  }

  test('[A3] eight attempts from one place, then one is told how long to wait', async () => {
    const limits = await start()
    expect(await passed(limits, 8, () => alice)).toBe(8)
    const { wait } = await limits.attempt(alice)
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(15 * 60)
  })

  test('[A3] from one network a hundred attempts, whatever the accounts', async () => {
    const limits = await start()
    expect(await passed(limits, 120, (n) => ({ ...alice, login: `compte${n}`, account: null }))).toBe(100)
  })

  test('[A3] to one account sixty attempts from unknown devices, wherever they are', async () => {
    const limits = await start()
    expect(await passed(limits, 80, (n) => ({ ...alice, address: `198.51.100.${n}` }))).toBe(60)
  })

  test('[A220] a known device has its own attempts, and no stranger uses them up', async () => {
    const limits = await start()
    const known = { ...alice, device: 'bureau' }
    await passed(limits, 120, () => alice)
    await passed(limits, 120, (n) => ({ ...alice, address: `198.51.100.${n}` }))
    expect(await passed(limits, 10, () => known)).toBe(8)
    expect(await passed(limits, 10, () => ({ ...known, device: 'portable' }))).toBe(8)
  })

  test('[A221] the addresses of one IPv6 network are one place', async () => {
    const limits = await start()
    expect(await passed(limits, 20, (n) => ({ ...alice, address: `2001:db8:0:1::${n + 1}` }))).toBe(8)
    expect(await passed(limits, 1, () => ({ ...alice, address: '2001:db8:0:2::1' }))).toBe(1)
  })

  test('[A3] a success clears what was counted there for its account', async () => {
    const limits = await start()
    for (const attempt of [alice, { ...alice, device: 'bureau' }]) {
      expect(await passed(limits, 8, () => attempt)).toBe(8)
      await limits.succeeded(attempt)
      expect(await passed(limits, 8, () => attempt)).toBe(8)
    }
  })

  test('[A3] of a network only the failures count: a whole préfecture may sign in at once', async () => {
    const limits = await start()
    for (let n = 0; n < 150; n += 1) {
      const attempt = { ...alice, login: `compte${n}` }
      expect((await limits.attempt(attempt)).wait).toBe(0)
      await limits.succeeded(attempt)
    }
    expect(await passed(limits, 120, (n) => ({ ...alice, login: `autre${n}` }))).toBe(100)
  })

  test('[A200] an attempt that is refused counts against the limit that refuses it alone', async () => {
    const limits = await start()
    // One desk goes on trying; its colleagues sign in all the same.
    await passed(limits, 200, () => alice)
    expect(await passed(limits, 120, (n) => ({ ...alice, login: `compte${n}`, account: null }))).toBe(92)
  })

  test('[A200] an attempt that nobody had the time to look at counts against nothing', async () => {
    const limits = await start()
    for (const attempt of [alice, { ...alice, device: 'bureau' }]) {
      for (let n = 0; n < 150; n += 1) {
        expect((await limits.attempt(attempt)).wait).toBe(0)
        await limits.unseen(attempt)
      }
    }
    expect(await passed(limits, 120, (n) => ({ ...alice, login: `autre${n}` }))).toBe(100)
  })

  test('[A223] an account unlocked is counted anew', async () => {
    const limits = await start()
    await passed(limits, 9, () => alice)
    expect(await passed(limits, 9, () => ({ ...alice, unlockedAt: 1_790_000_000_000 }))).toBe(8)
  })

  test('[A222] that a limit is reached is news once per account, however many try', async () => {
    const limits = await start()
    const news: number[] = []
    for (let n = 0; n < 100; n += 1) {
      const { isNews } = await limits.attempt({ ...alice, address: `198.51.100.${n % 5}` })
      if (isNews) news.push(n)
    }
    expect(news).toHaveLength(1)
  })
}
