import type { ClockCommand } from '#shared/clock/commands.ts'
import type { ClockState, Doubt } from '#shared/clock/state.ts'
import { accept, refuse, type Context, type Decision } from '#shared/decision.ts'
import { minute } from '#shared/lib/time.ts'
import { unreachable } from '#shared/lib/unreachable.ts'

/** Up to this a clock is followed, not doubted (ms): time services set it so every day. */
export const driftTolerance = minute

export function decideClock({ doubts }: ClockState, command: ClockCommand, { head }: Context): Decision {
  const { node } = command
  const doubt = doubts[node]
  switch (command.type) {
    case 'clock.doubt':
      return isAbout(doubt, command.drift) ? accept() : accept({ ...command, type: 'clock.doubted' })
    case 'clock.settle':
      return doubt === undefined ? accept() : accept({ type: 'clock.settled', node })
    case 'clock.correct': {
      const last = command.last ?? head
      // Nothing was recorded under the wrong time.
      if (command.first > last) return accept({ type: 'clock.settled', node })
      return accept({ ...command, last, type: 'clock.corrected' })
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
