import type { ClockCommand } from '#shared/clock/commands.ts'
import type { Correction } from '#shared/clock/events.ts'
import type { ClockState, Doubt } from '#shared/clock/state.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import { minute } from '#shared/lib/time.ts'
import { unreachable } from '#shared/lib/unreachable.ts'

/** Up to this a clock is followed, not doubted (ms): time services set it so every day. */
export const driftTolerance = minute

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
      const { type: _type, node: _node, ...correction } = command
      const rest = corrections
        .reduce(without, [{ ...correction, last: command.last ?? head }])
        .filter(({ first, last }) => first <= last)
      // Nothing was recorded under the wrong time, or another server has corrected it.
      if (rest.length === 0) return accept({ type: 'clock.settled', node })
      return accept(...rest.map((part) => ({ type: 'clock.corrected' as const, node, ...part })))
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
