import type { ClockEvent, Correction } from '#shared/clock/events.ts'
import { isSame, reversed } from '#shared/clock/take-back.ts'
import { retimeState } from '#shared/clock/retime.ts'
import type { ClockState } from '#shared/clock/state.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import type { State } from '#shared/state.ts'
import { unreachable } from '#shared/lib/unreachable.ts'

export function evolveClock(state: State, event: ClockEvent, entry: LiveEntry): State {
  const clock = evolveBelief(state.standing.clock, event, entry)
  const known = { ...state, standing: { ...state.standing, clock } }
  if (event.type === 'clock.corrected') return retimeState(known, event, earliestWrong(event, entry))
  return event.type === 'clock.takenBack' ? retimeState(known, reversed(event)) : known
}

/**
 * A start behind the journal has recorded under the right clock since: of times that both may have told, those of now stay.
 * Sessions, lines and register know theirs by their entries.
 */
function earliestWrong({ from, by, isAtLeast }: Correction, { at }: LiveEntry): number {
  return isAtLeast && by < 0 ? Math.max(from, at) : from
}

function evolveBelief(clock: ClockState, event: ClockEvent, { seq, at }: LiveEntry): ClockState {
  const { [event.node]: doubt, ...others } = clock.doubts
  switch (event.type) {
    case 'clock.doubted': {
      // Another jump of a clock that is doubted already: what bears the time that goes on from before began with the first.
      const first = { seq: doubt?.seq ?? seq, since: doubt?.since ?? at }
      const next = { ...first, drift: event.drift, expected: event.expected, isConfirmed: false }
      return { ...clock, doubts: { ...others, [event.node]: next } }
    }
    case 'clock.confirmed':
      return doubt === undefined
        ? clock
        : { ...clock, doubts: { ...others, [event.node]: { ...doubt, isConfirmed: true } } }
    case 'clock.settled':
      return { ...clock, doubts: others }
    case 'clock.corrected': {
      const { first, last, from, to, by, isAtLeast } = event
      const correction = { first, last, from, to, by, isAtLeast }
      return { doubts: others, corrections: [...clock.corrections, correction] }
    }
    case 'clock.takenBack':
      return { ...clock, corrections: clock.corrections.filter((done) => !isSame(done, event)) }
    default:
      return unreachable(event)
  }
}
