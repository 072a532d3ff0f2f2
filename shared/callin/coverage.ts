import { isPresent } from '#shared/callin/select.ts'
import type { Called } from '#shared/callin/state.ts'
import { minute } from '#shared/lib/time.ts'
import type { Crisis } from '#shared/state.ts'

/*
 * Are we covered? Past times count who was on site; future ones add who has announced an arrival by then. Who is late
 * counts again only once there: a forecast that waits for them would hide that a post is empty.
 */

/** Minutes after T0 at which coverage is judged (domain.md 5, issue 2 §4). */
const horizons = [30, 60, 90] as const

export type Coverage = Readonly<{
  /** Posts to cover. */
  needed: number
  /** Seated at a post now. */
  atPost: number
  /** On site now: at a post, arrived, on break. */
  present: number
  /** Announced and not there yet, late ones included. */
  coming: number
  late: number
  /** Present or still expected in time: what can be counted on. */
  confirmed: number
  relief: number
  remote: number
  /** People there or expected by T0 + `minutes`. */
  horizons: readonly Readonly<{ minutes: number; people: number }>[]
}>

export function coverage(crisis: Crisis, now: number): Coverage {
  const all = Object.values(crisis.callin.members)
  const countStands = (...stands: readonly Called['stand']['is'][]): number =>
    all.filter(({ stand }) => stands.includes(stand.is)).length
  const present = all.filter(({ stand }) => isPresent(stand)).length
  const coming = countStands('coming')
  const late = all.filter((called) => isLate(called, now)).length
  return {
    needed: crisis.activation.posts,
    atPost: countStands('atPost'),
    present,
    coming,
    late,
    confirmed: present + coming - late,
    relief: countStands('relief'),
    remote: countStands('remote'),
    horizons: horizons.map((minutes) => ({
      minutes,
      people: peopleAt(all, crisis.activation.t0 + minutes * minute, now),
    })),
  }
}

export function isLate({ stand }: Called, now: number): boolean {
  return stand.is === 'coming' && stand.expectedAt < now
}

/** People on site at `at`, known when past, announced when ahead. */
function peopleAt(all: readonly Called[], at: number, now: number): number {
  return all.filter(({ stand }) => {
    if (stand.is === 'coming') return stand.expectedAt >= now && stand.expectedAt <= at
    if (stand.is === 'left') return stand.arrivedAt <= at && at < stand.leftAt
    return 'arrivedAt' in stand && stand.arrivedAt <= at
  }).length
}

/** Where the curve changes between two times, both included: steps of people on site or expected. */
export function coverageSeries(
  crisis: Crisis,
  { from, to, now }: Readonly<{ from: number; to: number; now: number }>,
): readonly Readonly<{ at: number; people: number }>[] {
  const all = Object.values(crisis.callin.members)
  const changes = all.flatMap(({ stand }) => {
    if (stand.is === 'coming') return [stand.expectedAt]
    if (stand.is === 'left') return [stand.arrivedAt, stand.leftAt]
    return 'arrivedAt' in stand ? [stand.arrivedAt] : []
  })
  const times = [from, ...changes.filter((at) => at > from && at < to), to]
  return [...new Set(times)]
    .sort((one, other) => one - other)
    .map((at) => ({ at, people: peopleAt(all, at, now) }))
}
