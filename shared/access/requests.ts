import type { AccessEvent } from '#shared/access/events.ts'
import type { AccessState, Requests } from '#shared/access/state.ts'
import type { LiveEntry } from '#shared/journal/entry.ts'
import type { RequestId } from '#shared/lib/id.ts'

export const noRequests: Requests = {}

/** What waits for a second person. What has lapsed leaves with the next request: the list stays short. */
export function evolveRequests(requests: Requests, event: AccessEvent, { by, at }: LiveEntry): Requests {
  switch (event.type) {
    case 'access.requested': {
      // The rules let no console ask as the installation.
      if (by === 'system') return requests
      const { act, withLink, expiresAt } = event
      const standing = keep(requests, (_, request) => request.expiresAt > at)
      return { ...standing, [event.request]: { by, at, expiresAt, act, withLink } }
    }
    case 'access.confirmed':
    case 'access.declined':
    case 'access.withdrawn':
      return keep(requests, (id) => id !== event.request)
    default:
      return requests
  }
}

/** What lapsed left with this request, and takes the half of its link along: nobody can ask for it any more. */
export function withoutLapsedHalves(
  access: AccessState,
  { event, requests }: Readonly<{ event: AccessEvent; requests: Requests }>,
): AccessState {
  if (event.type !== 'access.requested') return access
  const standing = Object.entries(access.halves).filter(([id]) => Object.hasOwn(requests, id))
  return { ...access, halves: Object.fromEntries(standing) }
}

function keep(requests: Requests, isKept: (id: string, request: Requests[RequestId]) => boolean): Requests {
  return Object.fromEntries(Object.entries(requests).filter(([id, request]) => isKept(id, request)))
}
