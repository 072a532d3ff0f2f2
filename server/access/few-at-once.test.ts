import { expect, test } from 'vitest'
import { FewAtOnce } from '#server/access/few-at-once.ts'

/** Tasks that end when told to, and the order in which they began. */
function bench(few: FewAtOnce) {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const run = (name: string, isFirst = false) =>
    few.run(
      () => {
        begun.push(name)
        return new Promise<void>((resolve) => ends.set(name, resolve))
      },
      { isFirst },
    )
  const end = async (name: string) => {
    ends.get(name)?.()
    await new Promise(setImmediate)
  }
  return { begun, run, end }
}

test('[A226] few run at once, those who are known go first, and beyond a few waiting the rest are sent away', async () => {
  const { begun, run, end } = bench(new FewAtOnce({ atOnce: 2, longestQueue: 2 }))
  const all = ['a', 'b', 'c', 'd'].map((name) => run(name))
  await expect(run('e')).rejects.toMatchObject({ status: 503, code: 'access.busy' })
  all.push(run('known', true))
  expect(begun).toEqual(['a', 'b'])
  await end('a')
  expect(begun).toEqual(['a', 'b', 'known'])
  for (const name of ['b', 'known', 'c', 'd']) await end(name)
  await Promise.all(all)
  expect(begun).toEqual(['a', 'b', 'known', 'c', 'd'])
})

test('[A226] a task that fails makes room', async () => {
  const few = new FewAtOnce({ atOnce: 1, longestQueue: 0 })
  await expect(few.run(() => Promise.reject(new Error('no')), { isFirst: false })).rejects.toThrow('no')
  expect(await few.run(() => Promise.resolve('yes'), { isFirst: false })).toBe('yes')
})
