import type { FollowerName } from '#shared/followers/followers.ts'
import type { Place } from '#server/followers/follower.ts'
import type { Journal } from '#server/journal/port.ts'

/**
 * For what is done to the journal itself: as durable as the entries, saved and put back with them, one for all nodes. Of
 * two nodes the one behind may move it back; what is between is done again.
 */
export function placeIn(journal: Pick<Journal, 'positionOf' | 'keepPosition'>, name: FollowerName): Place {
  return {
    load: () => journal.positionOf(name),
    save: (position) => journal.keepPosition(name, position),
    startOver: () => Promise.resolve(),
  }
}
