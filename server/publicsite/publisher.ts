import type { EventType } from '#shared/event.ts'
import type { StateFollower } from '#server/followers/follower.ts'
import type { Clock } from '#server/lib/clock.ts'
import type { Identity } from '#server/publicsite/identity.ts'
import { pageChangesAt } from '#server/publicsite/by-time.ts'
import { pagesOf, type Speaker } from '#server/publicsite/project.ts'
import type { PublicSite } from '#server/publicsite/site.ts'

/** Facts after which the public reads something else. */
const changing: ReadonlySet<EventType> = new Set<EventType>([
  'messages.published',
  'messages.withdrawn',
  'activation.opened',
  'activation.detailsChanged',
  'activation.lineOpened',
  'activation.lineClosed',
  'activation.closed',
  // Its times are told anew.
  'clock.corrected',
  'clock.takenBack',
  // The first account is the journal's first entry, which gives the feeds their id.
  'access.accountCreated',
])

type Parts = Readonly<{
  site: Pick<PublicSite, 'publish' | 'hold'>
  installation: Speaker
  identity: Identity
  clock: Clock
}>

/** Keeps the public page equal to what is on disk in the journal, and to what time makes of it. */
export function publication({ site, installation, identity, clock }: Parts): StateFollower {
  return {
    name: 'page',
    changes: (type) => changing.has(type),
    make: async (state) => {
      const id = await identity()
      const { page, exercise } = pagesOf(state, { ...installation, id }, clock.now())
      await site.publish(page, exercise)
    },
    changesAt: pageChangesAt,
    hold: site.hold,
  }
}
