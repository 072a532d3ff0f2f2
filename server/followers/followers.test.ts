import { beforeEach, expect, test, vi } from 'vitest'
import { day, hour, minute, second } from '#shared/lib/time.ts'
import { initialState } from '#shared/state.ts'
import { evolveAll } from '#shared/evolve.ts'
import type { Event } from '#shared/event.ts'
import type { Entry } from '#shared/journal/entry.ts'
import type { EntryFollower } from '#server/followers/follower.ts'
import { placeIn } from '#server/followers/place-in-journal.ts'
import { MemoryJournal } from '#server/journal/memory.ts'
import { noted } from '../../test/support/drafts.ts'
import { followersOf, tell } from '../../test/support/followers.ts'
import { HandClock } from '../../test/support/hand-clock.ts'

let clock: HandClock
let journal: MemoryJournal
beforeEach(() => {
  clock = new HandClock(1_795_000_000_000)
  journal = new MemoryJournal()
})

/** Notes, committed one by one: the followers are told of each. */
async function start() {
  const { followers, logged } = await followersOf(journal, clock)
  const commit = async (count = 1) => {
    for (let n = 0; n < count; n += 1) {
      const head = await journal.head()
      await journal.append([noted(head + 1)], head)
      tell(followers, await journal.read(head, 1))
    }
    await clock.pass(0)
  }
  return { followers, logged, commit }
}

/** What it was handed; fails as long as `fault` says so. */
function recorder(name: EntryFollower['name'] = 'keys') {
  const taken: number[] = []
  const it = {
    fault: null as null | (() => Error | null),
    attempts: 0,
    taken,
    handle: (entries: readonly Entry[]) => {
      it.attempts += 1
      const error = it.fault?.() ?? null
      if (error !== null) throw error
      taken.push(...entries.map(({ seq }) => seq))
    },
    follower: () => ({ name, from: placeIn(journal, name), handle: it.handle }),
  }
  return it
}

const always = () => new Error('it fails')

test('[F100] a follower takes every entry in order, and after a restart what was committed while it was away', async () => {
  const record = recorder()
  const first = await start()
  await first.commit(2)
  first.followers.follow(record.follower())
  await first.commit(2)
  await first.followers.close()
  await first.commit(1_500)
  expect(record.taken).toEqual([1, 2, 3, 4])
  const second = await start()
  second.followers.follow(record.follower())
  await second.commit()
  expect(record.taken).toEqual(Array.from({ length: 1_505 }, (_, n) => n + 1))
})

test('[F101] one that throws keeps nothing from the others, and is given the same entries again', async () => {
  const { followers, commit, logged } = await start()
  const [bad, good] = [recorder('keys'), recorder('register')]
  let once: Error | null = new Error('once')
  bad.fault = () => once
  followers.follow(bad.follower())
  followers.follow(good.follower())
  followers.follow({ name: 'page', changes: () => true, make: () => Promise.reject(new Error('never')) })
  await commit(2)
  expect(good.taken).toEqual([1, 2])
  expect(bad.taken).toEqual([])
  once = null
  await commit()
  await clock.pass(second)
  expect(bad.taken).toEqual([1, 2, 3])
  expect(followers.troubles().map(({ follower }) => follower)).toEqual(['page'])
  expect(logged.error).toHaveLength(2)
})

test('[F101] one that keeps failing is tried less and less, once a minute in the end', async () => {
  const { followers, commit } = await start()
  const bad = recorder()
  bad.fault = always
  followers.follow(bad.follower())
  await commit()
  await clock.pass(10 * minute)
  expect(bad.attempts).toBeGreaterThan(10)
  bad.attempts = 0
  await clock.pass(hour)
  expect(bad.attempts).toBe(60)
})

test('[F102] what fails for an hour is parked in sight, and goes on by itself', async () => {
  const { followers, commit } = await start()
  const bad = recorder()
  bad.fault = always
  followers.follow(bad.follower())
  const told: unknown[] = []
  followers.onTrouble(() => told.push(followers.troubles().map(({ is }) => is)))
  followers.onTrouble(() => {
    throw new Error('a listener of troubles that fails harms nobody either')
  })
  await commit()
  const since = clock.now()
  expect(followers.troubles()).toEqual([{ follower: 'keys', since, is: 'retried' }])
  await clock.pass(hour)
  expect(followers.troubles()).toEqual([{ follower: 'keys', since, is: 'parked' }])
  bad.fault = null
  await clock.pass(minute)
  expect(bad.taken).toEqual([1])
  expect(told).toEqual([['retried'], ['parked'], []])
})

test('[F102] a person may have it tried at once', async () => {
  const { followers, commit } = await start()
  const bad = recorder()
  bad.fault = always
  followers.follow(bad.follower())
  await commit()
  await clock.pass(hour)
  bad.fault = null
  followers.retry('keys')
  await clock.pass(0)
  expect(bad.taken).toEqual([1])
  expect(followers.troubles()).toEqual([])
})

test('[F102] one that hangs is told as well, once, and nothing is handed to it twice at a time', async () => {
  const { followers, commit } = await start()
  let finish: () => void = () => undefined
  let handed = 0
  followers.follow({
    name: 'keys',
    from: placeIn(journal, 'keys'),
    handle: () => {
      handed += 1
      return new Promise((resolve) => (finish = resolve))
    },
  })
  await commit()
  const since = clock.now()
  await clock.pass(minute)
  expect(followers.troubles()).toEqual([{ follower: 'keys', since, is: 'retried' }])
  await clock.pass(minute)
  followers.retry('keys')
  await commit()
  expect(followers.troubles()).toMatchObject([{ is: 'parked' }])
  expect(handed).toBe(1)
  finish()
  await clock.pass(0)
  expect(handed).toBe(2)
  expect(followers.troubles()).toEqual([])
})

test('[F110] what is committed while a follower is at work comes from memory, not from the journal', async () => {
  const { followers, commit } = await start()
  const taken: number[] = []
  let finish: () => void = () => undefined
  followers.follow({
    name: 'keys',
    from: 'present',
    handle: async (entries) => {
      await new Promise<void>((resolve) => (finish = resolve))
      taken.push(...entries.map(({ seq }) => seq))
    },
  })
  const read = vi.spyOn(journal, 'read')
  await commit()
  const readBySelf = read.mock.calls.length
  for (let round = 0; round < 5; round += 1) {
    await commit(3)
    finish()
    await clock.pass(0)
  }
  finish()
  await clock.pass(0)
  expect(taken).toEqual(Array.from({ length: 16 }, (_, n) => n + 1))
  // As often as the test itself reads what it has committed.
  expect(read.mock.calls.length - readBySelf).toBe(15)
})

test('[F103] one whose position is of another journal starts over', async () => {
  const record = recorder()
  await journal.keepPosition('keys', { seq: 2, hash: 'of another' })
  const { followers, commit } = await start()
  await commit(3)
  let startedOver = 0
  followers.follow({
    ...record.follower(),
    from: { ...placeIn(journal, 'keys'), startOver: () => Promise.resolve(void (startedOver += 1)) },
  })
  await clock.pass(0)
  expect([startedOver, record.taken]).toEqual([1, [1, 2, 3]])
  await journal.keepPosition('register', { seq: 7, hash: 'beyond the end' })
  const other = recorder('register')
  followers.follow(other.follower())
  await clock.pass(0)
  expect(other.taken).toEqual([1, 2, 3])
})

test('[F104] a position is kept only after what it stands for is done: what was cut short is done again', async () => {
  const { followers, commit } = await start()
  followers.follow({
    name: 'keys',
    from: placeIn(journal, 'keys'),
    handle: () => new Promise(() => undefined),
  })
  await commit()
  expect(await journal.positionOf('keys')).toBeNull()
  // The process is killed here: nothing is closed.
  const record = recorder()
  const next = await start()
  next.followers.follow(record.follower())
  await clock.pass(0)
  expect(record.taken).toEqual([1])
  expect(await journal.positionOf('keys')).toMatchObject({ seq: 1 })
})

test('[F104] a position that cannot be kept has the entries handed over again', async () => {
  const { followers, commit } = await start()
  const record = recorder()
  let full = true
  const place = placeIn(journal, 'keys')
  const save: typeof place.save = (at) => (full ? Promise.reject(new Error('disk full')) : place.save(at))
  followers.follow({ ...record.follower(), from: { ...place, save } })
  await commit()
  full = false
  await clock.pass(second)
  expect(record.taken).toEqual([1, 1])
  expect(followers.troubles()).toEqual([])
})

test('[F105] what changes by time alone is made when its time has come, whatever the clock went through', async () => {
  const leaving = clock.now() + 7 * day
  const made: number[] = []
  const page = {
    name: 'page',
    changes: () => false,
    make: () => void made.push(clock.now()),
    changesAt: (_: unknown, now: number) => (now < leaving ? leaving : null),
  } as const
  const first = await start()
  const begun = clock.now()
  first.followers.follow(page)
  await clock.pass(3 * day)
  await first.followers.close()
  await clock.pass(day)
  const second = await start()
  second.followers.follow(page)
  await clock.pass(3 * day - 1)
  expect(made).toEqual([begun, begun + 4 * day])
  await clock.pass(day)
  expect(made).toEqual([begun, begun + 4 * day, leaving])
})

test('[F105] a machine that slept past the hour makes it within a minute of waking', async () => {
  const due = clock.now() + hour
  const made: number[] = []
  const { followers } = await start()
  followers.follow({
    name: 'page',
    changes: () => false,
    make: () => void made.push(clock.now()),
    changesAt: (_, now) => (now < due ? due : null),
  })
  await clock.pass(0)
  clock.jump(3 * hour)
  await clock.pass(minute)
  expect(made).toHaveLength(2)
})

test('[Z10] while the time is in doubt nothing begins because of time alone; it begins once the clock is believed', async () => {
  const due = clock.now() + hour
  const made: number[] = []
  const { followers } = await start()
  const say = async (event: Event) => {
    const head = await journal.head()
    await journal.append([{ ...noted(head + 1), event }], head)
    followers.committed(await journal.read(head, 1), evolveAll(initialState, await journal.read(0, 9)))
    await clock.pass(0)
  }
  followers.follow({
    name: 'page',
    changes: () => false,
    make: () => void made.push(clock.now()),
    changesAt: (_, now) => (now < due ? due : null),
  })
  await clock.pass(0)
  await say({ type: 'clock.doubted', node: 'a', drift: -day, expected: null })
  await clock.pass(3 * hour)
  expect(made).toHaveLength(1)
  await say({ type: 'clock.settled', node: 'a' })
  await clock.pass(minute)
  expect(made).toHaveLength(2)
})

test('[F106] consoles are told before anything is derived, whoever began first', async () => {
  const { followers, commit } = await start()
  const order: string[] = []
  followers.follow({ name: 'page', changes: () => true, make: () => void order.push('page') })
  followers.follow({ name: 'keys', from: placeIn(journal, 'keys'), handle: () => void order.push('keys') })
  followers.follow({ name: 'consoles', from: 'present', handle: () => void order.push('consoles') })
  await clock.pass(0)
  order.length = 0
  await commit()
  expect(order).toEqual(['consoles', 'page', 'keys'])
})

test('[F106] what is committed while a console follower fails is told to it in order, nothing lost', async () => {
  const { followers, commit } = await start()
  const record = recorder('consoles')
  record.fault = always
  await commit()
  followers.follow({ name: 'consoles', from: 'present', handle: record.handle })
  await commit(3)
  record.fault = null
  await clock.pass(minute)
  await commit()
  expect(record.taken).toEqual([2, 3, 4, 5])
})

test('[F105] what falls due while it is being made is made once that is done', async () => {
  const due = clock.now() + hour
  const finish: (() => void)[] = []
  const { followers } = await start()
  followers.follow({
    name: 'page',
    changes: () => false,
    make: () => new Promise<void>((resolve) => finish.push(resolve)),
    changesAt: (_, now) => (now < due ? due : null),
  })
  await clock.pass(2 * hour)
  finish[0]?.()
  await clock.pass(0)
  expect(finish).toHaveLength(2)
})
