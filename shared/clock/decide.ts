import type { ClockCommand } from '#shared/clock/commands.ts'
import { driftTolerance } from '#shared/clock/drift.ts'
import type { Correction } from '#shared/clock/events.ts'
import type { ClockState, Doubt } from '#shared/clock/state.ts'
import { isOverturned, spoiltSince } from '#shared/clock/take-back.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import { unreachable } from '#shared/lib/unreachable.ts'

export function decideClock(
  { doubts, corrections }: ClockState,
  command: ClockCommand,
  { head }: Context,
): Decision {
  const { node } = command
  const doubt = doubts[node]
  switch (command.type) {
    case 'clock.doubt':
      return isAbout(doubt, command.drift) ? accept() : accept({ ...command, type: 'clock.doubted' })
    case 'clock.settle':
      return doubt === undefined ? accept() : accept({ type: 'clock.settled', node })
    case 'clock.correct': {
      const { type: _type, node: _node, ...asked } = command
      const over = corrections.filter((done) => isOverturned(done, command.by))
      const rest = corrections
        .filter((done) => !over.includes(done))
        .reduce(without, [sinceAllOf(over, { ...asked, last: command.last ?? head })])
        .filter(({ first, last }) => first <= last)
      const takenBack = over.map((done) => ({ type: 'clock.takenBack' as const, node, ...done }))
      // Nothing was recorded under the wrong time, or another server has corrected it.
      if (rest.length === 0) return accept(...takenBack, { type: 'clock.settled', node })
      return accept(
        ...takenBack,
        ...rest.map((part) => ({ type: 'clock.corrected' as const, node, ...part })),
      )
    }
    case 'clock.confirm':
      return isAbout(doubt, command.drift)
        ? accept({ type: 'clock.confirmed', node })
        : refuse('clock.not-doubted')
    default:
      return unreachable(command)
  }
}

function isAbout(doubt: Doubt | undefined, drift: number): boolean {
  return doubt !== undefined && Math.abs(doubt.drift - drift) <= driftTolerance
}

/** With everything that was recorded under the clock that was believed, also by a server that has gone. */
function sinceAllOf(over: readonly Correction[], asked: Correction): Correction {
  if (over.length === 0) return asked
  const since = over.map(spoiltSince)
  return {
    ...asked,
    first: Math.min(...since.map(({ first }) => first)),
    from: Math.min(...since.map(({ from }) => from)),
  }
}

/** What remains to be corrected: servers whose clocks are set right together each correct what they know of. */
function without(rest: readonly Correction[], done: Correction): readonly Correction[] {
  return rest.flatMap((part) => {
    const isSame = Math.abs(part.by - done.by) <= driftTolerance
    if (!isSame || done.first > part.last || done.last < part.first) return [part]
    return [
      { ...part, last: done.first - 1, to: Math.min(part.to, done.from - 1) },
      { ...part, first: done.last + 1, from: Math.max(part.from, done.to + 1) },
    ]
  })
}
