import type { CallinEvent } from '#shared/callin/events.ts'
import { isComing, type CallOutcome } from '#shared/callin/outcomes.ts'
import { notCalled, type Called, type Callin, type Deed, type Stand } from '#shared/callin/state.ts'
import type { Author } from '#shared/lib/id.ts'
import { unreachable } from '#shared/lib/unreachable.ts'

type When = Readonly<{ by: Author; at: number }>
type Logged = Extract<CallinEvent, { type: 'callin.logged' }>

// Nobody is called thirty times in one crisis; a console that were to loop must not make the state grow.
const mostTries = 30

export function evolveCallin(callin: Callin, event: CallinEvent, { by, at }: When): Callin {
  const before = callin.members[event.member] ?? notCalled
  const called = evolveCalled(before, event, { by, at })
  return { ...callin, members: { ...callin.members, [event.member]: called } }
}

function evolveCalled(called: Called, event: CallinEvent, when: When): Called {
  const { at } = when
  switch (event.type) {
    case 'callin.taken':
      return { ...called, taken: when }
    case 'callin.released':
      return { ...called, taken: null }
    case 'callin.logged':
      return log(called, event, when)
    case 'callin.undone':
      return undo(called, when)
    case 'callin.arrived':
      return stand(called, { is: 'arrived', arrivedAt: at }, 'arrived', when)
    case 'callin.seated':
      return stand(
        called,
        { is: 'atPost', arrivedAt: arrivalOf(called, at), post: event.post },
        'seated',
        when,
      )
    case 'callin.wentOnBreak': {
      const post = called.stand.is === 'atPost' ? called.stand.post : null
      const next: Stand = { is: 'onBreak', arrivedAt: arrivalOf(called, at), post, since: at }
      return stand(called, next, 'wentOnBreak', when)
    }
    case 'callin.left':
      return stand(called, { is: 'left', arrivedAt: arrivalOf(called, at), leftAt: at }, 'left', when)
    default:
      return unreachable(event)
  }
}

/** Whoever is on site is not on the phone: the deed also lets the member go. */
function stand(called: Called, next: Stand, deed: Deed, when: When): Called {
  return { ...called, taken: null, stand: next, undo: remember(called, deed, when) }
}

function log(called: Called, { phone, outcome, expectedAt }: Logged, when: When): Called {
  return {
    taken: null,
    stand: standAfter(called.stand, { outcome, expectedAt, at: when.at }),
    tries: [...called.tries.slice(1 - mostTries), { ...when, phone, outcome }],
    undo: remember(called, 'logged', when),
  }
}

function remember({ stand, tries }: Called, deed: Deed, when: When): Called['undo'] {
  return { ...when, deed, before: { stand, tries } }
}

function undo(called: Called, when: When): Called {
  if (called.undo === null) return called
  const { deed, before } = called.undo
  return { ...before, taken: deed === 'logged' ? when : null, undo: null }
}

type Heard = Readonly<{ outcome: CallOutcome; expectedAt: number | null; at: number }>

/** A missed call takes nothing back from what the member said before. */
function standAfter(stand: Stand, { outcome, expectedAt, at }: Heard): Stand {
  if (isComing(outcome)) {
    return { is: 'coming', announced: outcome, saidAt: at, expectedAt: expectedAt ?? at }
  }
  switch (outcome) {
    case 'later':
      return { is: 'later', from: expectedAt ?? at }
    case 'relief':
    case 'remote':
    case 'unavailable':
      return { is: outcome }
    case 'voicemail':
    case 'noAnswer':
    case 'busy':
    case 'wrongNumber':
      return stand
    default:
      return unreachable(outcome)
  }
}

function arrivalOf({ stand }: Called, at: number): number {
  return 'arrivedAt' in stand && stand.is !== 'left' ? stand.arrivedAt : at
}
