import type { EventType } from '#shared/event.ts'
import type { Entry } from '#shared/journal/entry.ts'
import { second } from '#shared/lib/time.ts'
import type { PublicInstallation } from '#shared/publicsite/page-model.ts'
import type { State } from '#shared/state.ts'
import type { Dispatcher } from '#server/dispatch.ts'
import type { Clock } from '#server/lib/clock.ts'
import type { Logger } from '#server/lib/logger.ts'
import { UnpublishablePage } from '#server/publicsite/check.ts'
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
  dispatcher: Pick<Dispatcher, 'state' | 'onCommitted'>
  site: Pick<PublicSite, 'publish'>
  installation: PublicInstallation
  clock: Clock
  logger: Pick<Logger, 'error'>
  /** Milliseconds before a page that could not be written (disk full) is written again. */
  retryAfter?: number
}>

/**
 * Keeps the public page equal to what is on disk in the journal: once at the start, then after each fact that changes
 * what the public reads. The page is derived, so a missed publication is repaired by the next one or by a retry.
 * @returns the way to stop following
 */
export function keepPublished({ retryAfter = 10 * second, ...parts }: Parts): () => void {
  const { dispatcher, site, installation, clock, logger } = parts
  let retry: ReturnType<typeof setTimeout> | null = null
  let isStopped = false

  const publish = async (state: State): Promise<void> => {
    const { page, exercise } = pagesOf(state, installation, clock.now())
    try {
      await site.publish(page, exercise)
    } catch (error) {
      logger.error({ error, seq: state.seq }, 'the public page was not published')
      // A page that is refused stays refused until something changes; a full disk may have room later.
      if (error instanceof UnpublishablePage || isStopped) return
      if (retry !== null) clearTimeout(retry)
      retry = setTimeout(() => void publish(dispatcher.state), retryAfter)
      retry.unref()
    }
  }

  const stop = dispatcher.onCommitted((entries: readonly Entry[], state: State) => {
    if (entries.some(({ event }) => changing.has(event.type))) void publish(state)
  })
  void publish(dispatcher.state)
  return () => {
    isStopped = true
    if (retry !== null) clearTimeout(retry)
    stop()
  }
}
