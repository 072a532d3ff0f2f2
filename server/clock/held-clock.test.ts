import { expect, test } from 'vitest'
import { day, hour, minute, second } from '#shared/lib/time.ts'
import { HeldClock } from '#server/clock/held-clock.ts'
import { begin, HandMoved } from '../../test/support/timepieces.ts'

function running() {
  const machine = new HandMoved()
  return { machine, clock: new HeldClock(machine) }
}

test('[Z1] a clock that jumps ahead is not followed: time goes on from before, and is followed again when it comes back', () => {
  const { machine, clock } = running()
  machine.passes(hour)
  machine.jumps(2 * day)
  expect(clock.now()).toBe(begin + hour)
  machine.passes(5 * minute)
  expect(clock.now()).toBe(begin + hour + 5 * minute)
  expect(clock.jump).toEqual({ drift: 2 * day, lastedFor: 5 * minute })
  machine.jumps(-2 * day)
  expect(clock.now()).toBe(begin + hour + 5 * minute)
  expect(clock.jump).toBeNull()
})

test('[Z1] a clock that jumps back is not followed either', () => {
  const { machine, clock } = running()
  machine.jumps(-3 * hour)
  machine.passes(second)
  expect(clock.now()).toBe(begin + second)
  expect(clock.jump?.drift).toBe(-3 * hour)
})

test('[Z1] a second jump is another: how long it lasts counts anew', () => {
  const { machine, clock } = running()
  machine.jumps(day)
  clock.now()
  machine.passes(9 * minute)
  machine.jumps(day)
  expect(clock.jump).toEqual({ drift: 2 * day, lastedFor: 0 })
})

test('[Z2] steps of up to a minute are followed at once, as time services make them', () => {
  const { machine, clock } = running()
  machine.jumps(minute)
  expect(clock.now()).toBe(begin + minute)
  machine.jumps(-20 * second)
  expect(clock.now()).toBe(begin + 40 * second)
  expect(clock.jump).toBeNull()
})

test('[Z2] a machine that slept wakes up at the right time', () => {
  const { machine, clock } = running()
  machine.passes(hour)
  machine.sleeps(8 * hour)
  expect(clock.now()).toBe(begin + 9 * hour)
  expect(clock.jump).toBeNull()
})

test('[Z2] what has been found right is followed from then on', () => {
  const { machine, clock } = running()
  machine.jumps(day)
  expect(clock.now()).toBe(begin)
  expect(clock.adopt().at).toBe(begin + day)
  machine.passes(second)
  expect(clock.now()).toBe(begin + day + second)
})
