import { array, assert, constantFrom, integer, option, property, record, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { countCall, recountCall } from '#shared/calls/counters.ts'
import type { CallsEvent } from '#shared/calls/events.ts'
import { evolveCalls } from '#shared/calls/evolve.ts'
import { reasons, themeOf } from '#shared/calls/reasons.ts'
import { callsSince } from '#shared/calls/select.ts'
import { noCalls, type Calls, type Counters } from '#shared/calls/state.ts'
import type { SheetId } from '#shared/lib/id.ts'
import { hour, minute } from '#shared/lib/time.ts'
import { sheetId, t0 } from '../../test/support/drafts.ts'
import { alice, bob, carla, content, odile } from '../../test/support/sheets.ts'

const takers = [alice, bob, carla].map(({ id }) => id)

function sheetAt(n: number): SheetId {
  return sheetId(0x10_000 + n)
}

function logged(n: number, promises: boolean): CallsEvent {
  return {
    type: 'calls.logged',
    subject: sheetAt(n),
    content: content({
      startedAt: t0 + n * 15_000,
      reason: reasons[n % reasons.length] ?? 'mobility.other',
      commune: { code: `${10_000 + (n % 800)}`, name: `Commune ${n % 800}` },
    }),
    talkingPoints: 3,
    callback: promises ? { dueAt: t0 + hour } : null,
    // Every sheet hangs on the same one: the road that everybody asks about.
    linkedTo: n === 0 ? null : sheetAt(0),
    urgent: null,
    sealed: true,
    personal: { ...odile, note: 'x'.repeat(300), callbackNote: null },
  }
}

function logMany(count: number, isPromised: (n: number) => boolean): Calls {
  let calls = noCalls
  for (let n = 0; n < count; n += 1) {
    const by = takers[n % takers.length] ?? alice.id
    calls = evolveCalls(calls, { event: logged(n, isPromised(n)), by, at: t0 + n * 15_000 })
  }
  return calls
}

test('[C20] after 20,000 sheets the live state is hardly larger than after 2,000', () => {
  const [small, large] = [2_000, 20_000].map((count) => JSON.stringify(logMany(count, () => false)).length)
  expect(large).toBeLessThan(1.35 * (small ?? 0))
  expect(large).toBeLessThan(300_000)
})

test('[C21] open call-backs are kept, whatever comes after them', () => {
  const calls = logMany(5_000, (n) => n % 100 === 7)
  expect(calls.open).toHaveLength(50)
  expect(calls.closed).toHaveLength(200)
  expect(calls.counters.total).toBe(5_000)
})

test('[C22] whatever is logged and corrected, each count adds up to the calls', () => {
  const call = record({
    startedAt: integer({ min: t0, max: t0 + 40 * hour }),
    reason: constantFrom(...reasons),
    commune: option(
      integer({ min: 0, max: 150 }).map((n) => ({ code: `${10_000 + n}`, name: `Commune ${n}` })),
    ),
  })
  assert(
    property(array(tuple(call, option(call)), { maxLength: 200 }), (calls) => {
      let counters: Counters = noCalls.counters
      for (const [was, is] of calls) {
        counters = countCall(counters, was, alice.id)
        if (is !== null) counters = recountCall(counters, was, is)
      }
      const final = calls.map(([was, is]) => is ?? was)
      expect(counters.total).toBe(calls.length)
      expect(sum(Object.values(counters.byTheme))).toBe(calls.length)
      expect(sum(counters.buckets.map(({ total }) => total))).toBe(calls.length)
      for (const { start, byTheme, total } of counters.buckets) {
        expect(sum(Object.values(byTheme))).toBe(total)
        expect(start % (10 * minute)).toBe(0)
      }
      expect(counters.byTheme.mobility ?? 0).toBe(
        final.filter(({ reason }) => themeOf(reason) === 'mobility').length,
      )
      const placed = final.filter(({ commune }) => commune !== null).length
      expect(sum(counters.communes.map(({ count }) => count)) + counters.elsewhere).toBe(placed)
    }),
  )
})

test('[C22] a call typed in from paper counts in the ten minutes it was taken in', () => {
  const calls = [t0 + hour, t0].map((startedAt) => content({ startedAt }))
  const counters = calls.reduce((sum, call) => countCall(sum, call, alice.id), noCalls.counters)
  expect(counters.buckets.map(({ start, total }) => [start, total])).toEqual([
    [t0 - (t0 % (10 * minute)), 1],
    [t0 + hour - (t0 % (10 * minute)), 1],
  ])
})

test('[D2] calls of the last ten minutes slide, and are said to be at least so many once the live state reaches no further', () => {
  const rush = Array.from({ length: 300 }, (_, n) => logged(n, false))
  const after = (count: number) =>
    rush
      .slice(0, count)
      .reduce((calls, event, n) => evolveCalls(calls, { event, by: alice.id, at: t0 + n * 15_000 }), noCalls)
  expect(callsSince(after(40), t0)).toEqual({ count: 40, isAtLeast: false })
  expect(callsSince(after(40), t0 + 30 * 15_000)).toEqual({ count: 10, isAtLeast: false })
  expect(callsSince(after(300), t0 + 260 * 15_000)).toEqual({ count: 40, isAtLeast: false })
  expect(callsSince(after(300), t0)).toEqual({ count: 200, isAtLeast: true })
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
