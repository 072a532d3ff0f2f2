import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Entry } from '#shared/journal/entry.ts'
import { initialState } from '#shared/state.ts'
import { UnpublishablePage } from '#server/publicsite/check.ts'
import { publication } from '#server/publicsite/publisher.ts'
import { noted } from '../../test/support/drafts.ts'
import { followersOf } from '../../test/support/followers.ts'
import { MemoryJournal } from '#server/journal/memory.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const installation = {
  name: 'Préfecture',
  url: 'https://p.example',
  timeZone: 'Europe/Paris',
  contactPhone: null,
  stateBrand: false,
  lacks: [],
} as const

const identity = () => Promise.resolve(null)

const restoredAt = 1_780_200_000_000

/** What holds the page; `isStuck`: on a disk that takes nothing. */
type Mark = { isHeld: boolean; isStuck?: boolean }

async function follow(outcomes: (() => Promise<void>)[], hold: Mark = { isHeld: false }) {
  const { followers, logged } = await followersOf(new MemoryJournal())
  const published: unknown[] = []
  const site = {
    publish: (page: unknown) => {
      published.push(page)
      return outcomes.shift()?.() ?? Promise.resolve()
    },
    hold: {
      since: () => (hold.isHeld ? restoredAt : null),
      release: () => {
        if (hold.isStuck === true) throw new Error('EROFS')
        hold.isHeld = false
      },
      why: 'restored',
    },
  }
  followers.follow(publication({ site, installation, identity, clock: { now: () => 1_780_300_800_000 } }))
  // The page is made in a later turn: the installation's identifier is asked of the journal.
  await vi.advanceTimersByTimeAsync(0)
  const commit = async (entry: Entry) => {
    followers.committed([entry], initialState)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { published, commit, followers, logged }
}

const base = { ...noted(1), seq: 1, hash: '' }
const closed = { ...base, event: { type: 'activation.lineClosed', reason: 'nuit' } } as const

test('[B22] the page is written at the start and after each fact the public reads, not after others', async () => {
  const { published, commit, followers } = await follow([])
  expect(published).toHaveLength(1)
  await commit(base)
  expect(published).toHaveLength(1)
  await commit(closed)
  expect(published).toHaveLength(2)
  await followers.close()
  await commit(closed)
  expect(published).toHaveLength(2)
})

test('[Z11] once the clock was found wrong the page tells the corrected times at once', async () => {
  const { published, commit, followers } = await follow([])
  const correction = { first: 1, last: 1, from: 0, to: 0, by: 0, isAtLeast: false }
  await commit({ ...base, event: { type: 'clock.corrected', node: '', ...correction } })
  expect(published).toHaveLength(2)
  await followers.close()
})

test('[B22] a page that could not be written is written again, and at once when something has changed', async () => {
  const full = () => Promise.reject(new Error('ENOSPC'))
  const { published, commit, followers } = await follow([full, full, full, full])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(published).toHaveLength(5)
  expect(followers.troubles()).toEqual([])
  const refused = await follow([() => Promise.reject(new UnpublishablePage('no title'))])
  await vi.advanceTimersByTimeAsync(0)
  expect(refused.followers.troubles()).toMatchObject([{ follower: 'page', is: 'retried' }])
  await refused.commit(closed)
  expect(refused.published).toHaveLength(2)
  expect(refused.followers.troubles()).toEqual([])
  await commit(closed)
  expect(published).toHaveLength(6)
})

test('[F111] a page that is held is not published, whatever happens, and is no failure; released by hand it is at once', async () => {
  const { published, commit, followers, logged } = await follow([], { isHeld: true })
  await commit(closed)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(published).toEqual([])
  expect(followers.troubles()).toEqual([{ follower: 'page', is: 'held', since: restoredAt }])
  expect(logged).toEqual({
    error: [],
    warn: [],
    info: [[{ follower: 'page' }, 'a follower is held: restored']],
  })
  followers.release('page')
  await vi.advanceTimersByTimeAsync(0)
  expect(published).toHaveLength(1)
  expect(followers.troubles()).toEqual([])
})

test('[F111] released at the machine, which tells nobody, it is published within seconds', async () => {
  const hold = { isHeld: true }
  const { published, followers } = await follow([], hold)
  hold.isHeld = false
  await vi.advanceTimersByTimeAsync(5_000)
  expect(published).toHaveLength(1)
  expect(followers.troubles()).toEqual([])
})

test('[F112] a hold that cannot be lifted stays, is logged, and ends nothing', async () => {
  const { published, followers, logged } = await follow([], { isHeld: true, isStuck: true })
  expect(followers.release('page')).toBe(false)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(published).toEqual([])
  expect(followers.troubles()).toMatchObject([{ follower: 'page', is: 'held' }])
  expect(logged.error).toMatchObject([[{ follower: 'page' }, 'a follower could not be released']])
})
