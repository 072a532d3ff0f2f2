import { endOf } from '#shared/access/session.ts'
import { type Dispatcher, installation } from '#server/dispatch.ts'
import type { StateFollower } from '#server/followers/follower.ts'
import type { Clock } from '#server/lib/clock.ts'
import { drawCommandId } from '#server/lib/command-id.ts'

/**
 * Records the end of each session at its time: one that is still open in the journal when a server starts has come to its
 * end while none ran, or is not over.
 */
export function endSessions(dispatcher: Pick<Dispatcher, 'submit'>, clock: Clock): StateFollower {
  return {
    name: 'sessions',
    changes: (type) => type === 'access.sessionOpened' || type === 'access.sessionsHeld',
    make: async ({ access }) => {
      const over = Object.entries(access.sessions).filter(([, session]) => endOf(session) <= clock.now())
      for (const [session] of over) {
        const command = { type: 'access.endSession', session } as const
        const { status } = await dispatcher.submit(
          { id: drawCommandId(), crisis: null, command },
          installation,
        )
        if (status !== 'accepted') throw new Error('the end of a session was not recorded')
      }
    },
    changesAt: ({ access }, now) => {
      const ends = Object.values(access.sessions).map(endOf)
      const ahead = ends.filter((end) => end > now)
      return ahead.length === 0 ? null : Math.min(...ahead)
    },
  }
}
