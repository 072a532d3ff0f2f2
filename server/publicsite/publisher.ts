import type { EventType } from '#shared/event.ts'
import type { PublicInstallation } from '#shared/publicsite/page-model.ts'
import type { StateFollower } from '#server/followers/follower.ts'
import type { Clock } from '#server/lib/clock.ts'
import { pagesOf } from '#server/publicsite/project.ts'
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
])

type Parts = Readonly<{
  site: Pick<PublicSite, 'publish'>
  installation: PublicInstallation
  clock: Clock
}>

/** Keeps the public page equal to what is on disk in the journal, and to what time makes of it. */
export function publication({ site, installation, clock }: Parts): StateFollower {
  return {
    name: 'page',
    changes: (type) => changing.has(type),
    make: (state) => {
      const { page, exercise } = pagesOf(state, installation, clock.now())
      return site.publish(page, exercise)
    },
  }
}
